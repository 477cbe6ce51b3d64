import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { partnershipQuery } from '../partnerships/queries';
import { Period } from '../ui/day';
import { PageHeader } from '../ui/page-header';
import { Answer } from '../ui/states';
import styles from './outcomes.module.css';

const PAGES = [
  { name: 'overview', to: '/partnerships/$partnershipId' },
  { name: 'effect', to: '/partnerships/$partnershipId/effect' },
  { name: 'settlements', to: '/partnerships/$partnershipId/settlements' },
] as const;

/** The way between a partnership's report, its effect and its settlements. */
export const OutcomeTabs = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation('outcomes');
  return (
    <nav aria-label={t('tabs.label')} className={`${styles.tabs} no-print`}>
      {PAGES.map(({ name, to }) => (
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

/** What these pages have at their top: who, when, and the way to the others. */
export const OutcomeFrame = ({
  partnershipId,
  children,
}: {
  partnershipId: string;
  children: () => ReactNode;
}) => {
  const partnership = useQuery(partnershipQuery(partnershipId));
  return (
    <Answer query={partnership} level="page">
      {(view) => (
        <>
          <PageHeader
            title={view.name}
            meta={
              <>
                <Period from={view.from} to={view.to} /> · {view.parties.join(', ')}
              </>
            }
          />
          <OutcomeTabs partnershipId={partnershipId} />
          {children()}
        </>
      )}
    </Answer>
  );
};
