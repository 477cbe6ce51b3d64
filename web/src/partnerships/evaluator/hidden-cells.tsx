import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Answer } from '../../ui/states';
import { useWord } from '../../ui/use-word';
import { cellsQuery, type CellUnit } from './queries';

type Figure = keyof CellUnit['hidden'];
const FIGURES = ['days', 'begun', 'ended', 'lengths', 'cut', 'long'] as const satisfies readonly Figure[];

/** Which workplaces' months are hidden, figure by figure, and why. */
export const HiddenCells = ({ partnershipId, cellsId }: { partnershipId: string; cellsId: string }) => {
  const { t } = useTranslation('evaluation');
  const word = useWord();
  const query = useQuery(cellsQuery(partnershipId, cellsId));
  const columns: Column<CellUnit>[] = [
    {
      key: 'name',
      head: t('cells.workplace'),
      main: true,
      cell: ({ name, employer }) => `${name}, ${employer}`,
    },
    ...FIGURES.map((figure): Column<CellUnit> => ({
      key: figure,
      head: t(`cells.figures.${figure}`),
      cell: ({ hidden }) =>
        hidden[figure] === null ? t('cells.shown') : word('partnerships', 'hidden', hidden[figure]),
    })),
  ];
  return (
    <Answer query={query} lines={4}>
      {({ workplaces }) => (
        <DataTable
          caption={t('cells.showHidden')}
          columns={columns}
          rows={workplaces.filter(({ hidden }) => FIGURES.some((figure) => hidden[figure] !== null))}
          rowKey={({ id }) => id}
          empty={null}
        />
      )}
    </Answer>
  );
};
