import { useTranslation } from 'react-i18next';
import { Day, Period } from '../ui/day';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import type { ReportContent } from './views';

/** How the figures were counted, and how far they can be relied on. */
export const ReportBasis = ({ content }: { content: ReportContent }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const word = useWord();
  const { comparison, knownUntil, provisionalMonths, basis } = content;
  return (
    <div className="basis">
      {comparison === null ? (
        <p>{t('noComparison')}</p>
      ) : (
        <p>
          {t('comparedWith')} <Period {...comparison} />.
        </p>
      )}
      {knownUntil !== null && (
        <p>
          {t('knownUntil')} <Day on={knownUntil} />.
        </p>
      )}
      {provisionalMonths.length > 0 && (
        <p>
          {t('provisional', {
            months: provisionalMonths.map((month) => format.month(month.slice(0, 7))).join(', '),
          })}
        </p>
      )}
      <p>{word('partnerships', 'basis', basis)}</p>
    </div>
  );
};
