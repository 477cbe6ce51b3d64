import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import { DataTable, type Column } from '../ui/data-table';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { representativeFiguresQuery } from './queries';
import styles from './report-cell.module.css';

type Cell = Views['RepresentativeCellView'];
type Row = { cell: string; name: string; byQuarter: Map<string, Cell> };

const EVERYBODY = 'everybody';

/** One line for each workplace by its newest name, everybody first. */
const rowsOf = (cells: Cell[]): Row[] => {
  const rows = new Map<string, Row>();
  for (const one of cells) {
    const row = rows.get(one.cell) ?? { cell: one.cell, name: one.name, byQuarter: new Map<string, Cell>() };
    row.name = one.name;
    row.byQuarter.set(one.from, one);
    rows.set(one.cell, row);
  }
  return [...rows.values()].toSorted(
    (a, b) =>
      Number(b.cell === EVERYBODY) - Number(a.cell === EVERYBODY) || a.name.localeCompare(b.name, 'da'),
  );
};

const quarterOf = (from: string) => ({
  quarter: Math.ceil(Number(from.slice(5, 7)) / 3),
  year: from.slice(0, 4),
});

const Figure = ({ cell }: { cell: Cell | undefined }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const word = useWord();
  if (cell === undefined || cell.reason === 'nothing') return <>–</>;
  if (cell.reason === null) return <>{format.percent(cell.absenceRate)}</>;
  const reason = word('partnerships', 'hidden', cell.reason);
  return (
    <span className={styles.hidden} title={reason}>
      <Icon name="lock" size={14} />
      <span className="only-heard">
        {t('hidden.heading')}: {reason}
      </span>
    </span>
  );
};

const Figures = ({ cells }: { cells: Cell[] }) => {
  const { t } = useTranslation('partnerships');
  const quarters = [...new Set(cells.map(({ from }) => from))].toSorted().reverse();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: t('representative.workplace'),
      main: true,
      cell: ({ cell, name }) => (cell === EVERYBODY ? t('representative.everybody') : name),
    },
    ...quarters.map((from): Column<Row> => ({
      key: from,
      head: t('representative.quarter', quarterOf(from)),
      number: true,
      cell: ({ byQuarter }) => <Figure cell={byQuarter.get(from)} />,
    })),
  ];
  return (
    <DataTable
      caption={t('representative.list')}
      columns={columns}
      rows={rowsOf(cells)}
      rowKey={({ cell }) => cell}
      onPhone="scroll"
      empty={
        <Empty title={t('representative.none')} icon="representativeFigures">
          {t('representative.noneHint')}
        </Empty>
      }
    />
  );
};

/** Absence in figures for the employees' representatives: workplaces and quarters, never a person. */
export const RepresentativeFiguresPage = () => {
  const { t } = useTranslation('partnerships');
  const figures = useQuery(representativeFiguresQuery);
  return (
    <>
      <PageHeader title={t('representative.title')} meta={t('representative.intro')} />
      <Stack>
        <Section title={t('representative.list')} flush>
          <Answer query={figures} lines={6}>
            {({ items }) => <Figures cells={items} />}
          </Answer>
        </Section>
        <Notice tone="quiet" title={t('hidden.title')}>
          <p>{t('representative.policy')}</p>
        </Notice>
      </Stack>
    </>
  );
};
