import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat } from '../../ui/use-format';
import type { ApvPhase } from './views';

type Year = NonNullable<ApvPhase['figures']>[number];
type Cell = Year['cells'][number];

const useColumns = (year: number): Column<Cell>[] => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const shown = (cell: Cell, words: string): string => (cell.reason === null ? words : t('apv.protected'));
  return [
    {
      key: 'name',
      head: t('apv.absenceIn', { year }),
      main: true,
      cell: ({ unitId, name }) => (unitId === null ? t('whole') : name),
    },
    {
      key: 'rate',
      head: t('beside.rate'),
      number: true,
      cell: (cell) => shown(cell, format.percent(cell.absenceRate)),
    },
    {
      key: 'days',
      head: t('apv.days'),
      number: true,
      cell: (cell) => shown(cell, format.number(cell.daysPerFte, 1)),
    },
    {
      key: 'spells',
      head: t('beside.spells'),
      number: true,
      cell: (cell) => shown(cell, format.number(cell.spellsPerPersonYear, 1)),
    },
    {
      key: 'long',
      head: t('apv.long'),
      number: true,
      cell: (cell) => shown(cell, format.percent(cell.longShare, 0)),
    },
  ];
};

const YearTable = ({ year }: { year: Year }) => {
  const { t } = useTranslation('surveyResults');
  const columns = useColumns(year.year);
  return (
    <DataTable
      caption={t('apv.absenceIn', { year: year.year })}
      columns={columns}
      rows={year.cells}
      rowKey={({ unitId }) => unitId ?? 'whole'}
      empty={null}
    />
  );
};

/** Total absence as it was released when the phase was recorded. */
export const ApvAbsence = ({ years }: { years: Year[] }) => (
  <>
    {years.map((year) => (
      <YearTable key={year.year} year={year} />
    ))}
  </>
);
