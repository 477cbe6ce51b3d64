import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import styles from './partnership-tabs.module.css';

type Sight = Views['Sight'];

/** The pages of a partnership in their order. Who does not see what a page needs is not shown its tab. */
const TABS = [
  { name: 'overview', to: '/partnerships/$partnershipId', needs: null },
  { name: 'contract', to: '/partnerships/$partnershipId/contract', needs: null },
  { name: 'lab', to: '/partnerships/$partnershipId/lab', needs: 'figures' },
  { name: 'effect', to: '/partnerships/$partnershipId/effect', needs: 'effect' },
  { name: 'settlements', to: '/partnerships/$partnershipId/settlements', needs: 'money' },
  { name: 'tracks', to: '/partnerships/$partnershipId/tracks', needs: null },
  { name: 'evaluator', to: '/partnerships/$partnershipId/evaluator', needs: 'effect' },
  { name: 'capital', to: '/partnerships/$partnershipId/capital', needs: 'money' },
  { name: 'barriers', to: '/partnerships/$partnershipId/barriers', needs: 'minutes' },
] as const satisfies readonly { name: string; to: string; needs: Sight | null }[];

/** The name of the open page; the others of a partnership have the same heading. */
export const useOpenTab = (): string => {
  const { t } = useTranslation('contract');
  const path = useLocation({ select: ({ pathname }) => pathname });
  const page = path.split('/')[3] ?? 'overview';
  return t(`tabs.${TABS.find(({ name }) => name === page)?.name ?? 'overview'}`);
};

type Props = { partnershipId: string; sees: readonly Sight[] };

export const PartnershipTabs = ({ partnershipId, sees }: Props) => {
  const { t } = useTranslation('contract');
  const bar = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // On a phone the bar is wider than the screen: the open page's tab is brought into sight.
  useEffect(() => {
    const open = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (bar.current && open) bar.current.scrollLeft = open.offsetLeft - bar.current.clientWidth / 3;
  }, [path, sees]);
  return (
    <nav ref={bar} aria-label={t('tabs.label')} className={`${styles.tabs} no-print`}>
      {TABS.filter(({ needs }) => needs === null || sees.includes(needs)).map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          params={{ partnershipId }}
          className={styles.tab}
          activeOptions={{ exact: name === 'overview', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
};
