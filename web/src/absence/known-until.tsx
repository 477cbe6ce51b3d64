import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import type { KnownUntil as Known } from './views';

/** How far the absence is known, by source: figures are never newer than this. */
export const KnownUntil = ({ sources }: { sources: Known[] }) => {
  const { t } = useTranslation('absence');
  if (sources.length === 0) return <>{t('known.never')}</>;
  return (
    <>
      {t('known.until')}{' '}
      {sources.map(({ source, until }, index) => (
        <span key={source}>
          {index > 0 && ', '}
          <Day on={until} />
          {sources.length > 1 && ` (${source})`}
        </span>
      ))}
    </>
  );
};
