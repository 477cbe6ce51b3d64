import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import type { Cell, WorkplaceFigures } from './views';

const REASONS = ['small-group', 'complementary', 'difference'] as const;

const cellsOf = ({ id: _id, name: _name, inPartnership: _in, ...cells }: WorkplaceFigures): Cell[] =>
  Object.values(cells);

/** Says why cells are empty, for the reasons that occur in this report. */
export const HiddenLegend = ({ workplaces }: { workplaces: WorkplaceFigures[] }) => {
  const { t } = useTranslation('partnerships');
  const cells = workplaces.flatMap(cellsOf);
  const reasons = REASONS.filter((reason) => cells.some(({ hidden }) => hidden === reason));
  if (reasons.length === 0) return null;
  return (
    <Notice tone="quiet" title={t('hidden.title')}>
      {reasons.map((reason) => (
        <p key={reason}>{t(`hidden.${reason}`)}</p>
      ))}
    </Notice>
  );
};
