import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat } from '../../ui/use-format';
import styles from './results-page.module.css';
import type { ApvPhase } from './views';

type Year = NonNullable<ApvPhase['figures']>[number];
type Cell = Year['cells'][number];

const useColumns = (): Column<Cell>[] => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const shown = (cell: Cell, words: string): string => (cell.reason === null ? words : t('apv.protected'));
  return [
    {
      key: 'name',
      head: t('map.unit'),
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
  const columns = useColumns();
  const format = useFormat();
  const months = year.provisionalMonths.map((day) => format.month(day.slice(0, 7)));
  const title = t('apv.absenceIn', { year: year.year });
  return (
    <>
      <h4 className={styles.question}>{title}</h4>
      <DataTable
        caption={title}
        columns={columns}
        rows={year.cells}
        rowKey={({ unitId }) => unitId ?? 'whole'}
        empty={null}
      />
      <p className="basis">
        {year.knownUntil === null
          ? t('apv.notKnown')
          : t('apv.knownUntil', { day: format.day(year.knownUntil) })}{' '}
        {months.length === 0 ? t('apv.final') : t('apv.provisional', { months: months.join(', ') })}
      </p>
    </>
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
