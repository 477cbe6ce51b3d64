import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import { useWord } from '../ui/use-word';
import type { ReportGroup } from './views';

const reasonsOf = (groups: ReportGroup[]): string[] => {
  const reasons = groups.flatMap(({ figures }) => figures.flatMap(({ now }) => now.reason ?? []));
  return [...new Set(reasons)].filter((reason) => reason !== 'nothing');
};

/** Says why cells are empty, for the reasons that occur in this report. */
export const HiddenLegend = ({ groups }: { groups: ReportGroup[] }) => {
  const { t } = useTranslation('partnerships');
  const word = useWord();
  const reasons = reasonsOf(groups);
  if (reasons.length === 0) return null;
  return (
    <Notice tone="quiet" title={t('hidden.title')}>
      {reasons.map((reason) => (
        <p key={reason}>{word('partnerships', 'hidden', reason)}</p>
      ))}
    </Notice>
  );
};
