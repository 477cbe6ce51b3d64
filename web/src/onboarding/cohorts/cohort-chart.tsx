import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_COLOURS } from '../../app/theme';
import { Chart } from '../../ui/chart';
import { ChartLegend } from '../../ui/chart-legend';
import type { Column } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import type { CohortCell } from '../views';
import {
  DAYS,
  expectedLine,
  lastTold,
  linesOf,
  monthOf,
  overlap,
  type Between,
  type CohortLine,
  type Outcome,
} from './cohort-lines';
import { cohortOption, LOOK } from './cohort-option';
import styles from './cohorts-page.module.css';

type Row = { day: number; index: number };

const useWrite = (outcome: Outcome): ((value: number, decimals?: number) => string) => {
  const format = useFormat();
  return useMemo(
    () => (value: number) => (outcome === 'spells' ? format.number(value, 1) : format.percent(value, 0)),
    [outcome, format],
  );
};

const useColumns = (
  lines: readonly CohortLine[],
  expected: readonly number[] | null,
  write: (value: number) => string,
): Column<Row>[] => {
  const { t } = useTranslation('onboarding');
  return [
    { key: 'month', head: t('cohorts.months'), main: true, cell: ({ day }) => monthOf(day) },
    ...lines.map(({ cell, drawn }): Column<Row> => ({
      key: cell,
      head: t(`cohorts.groups.${cell}`),
      number: true,
      cell: ({ index }) => {
        const one = drawn[index];
        return one?.told
          ? `${write(one.value)} (${t('cohorts.between', { low: write(one.low), high: write(one.high) })})`
          : '–';
      },
    })),
    ...(expected === null
      ? []
      : [
          {
            key: 'expected',
            head: t('cohorts.expected'),
            number: true,
            cell: ({ index }: Row) => write(expected[index] ?? 0),
          },
        ]),
  ];
};

/** What the curves answer, in words: each group with its interval, and whether they differ at all. */
const Answered = ({ lines, outcome }: { lines: CohortLine[]; outcome: Outcome }) => {
  const { t } = useTranslation('onboarding');
  const write = useWrite(outcome);
  const last = lastTold(lines);
  if (last === null) return <p className={styles.words}>{t('cohorts.noPoint')}</p>;
  const say = ({ line, figure }: { line: CohortLine; figure: Between }) =>
    t('cohorts.figure', {
      group: t(`cohorts.groups.${line.cell}`),
      value: write(figure.value),
      low: write(figure.low),
      high: write(figure.high),
    });
  const [one, other] = last.figures;
  const compared =
    one && other ? t(overlap(one.figure, other.figure) ? 'cohorts.overlap' : 'cohorts.apart') : '';
  return (
    <p className={styles.words}>
      {t(`cohorts.answers.${outcome}`, { count: monthOf(last.day) })} {last.figures.map(say).join(' · ')}.{' '}
      {compared}
    </p>
  );
};

export const CohortChart = ({ cells, outcome }: { cells: CohortCell[]; outcome: Outcome }) => {
  const { t } = useTranslation('onboarding');
  const write = useWrite(outcome);
  const lines = useMemo(() => linesOf(cells, outcome), [cells, outcome]);
  const expected = useMemo(() => expectedLine(lines, outcome), [lines, outcome]);
  const columns = useColumns(lines, expected, write);
  const months = t('cohorts.months');
  const option = useMemo(
    () => cohortOption(lines, expected, { write, share: outcome !== 'spells', months }),
    [lines, expected, write, outcome, months],
  );
  const rows = useMemo(
    () =>
      DAYS.map((day, index) => ({ day, index })).filter(
        ({ index }) => index > 0 && lines.some(({ drawn }) => drawn[index]?.told),
      ),
    [lines],
  );
  return (
    <Section title={t(`cohorts.questions.${outcome}`)}>
      <Answered lines={lines} outcome={outcome} />
      <ChartLegend
        keys={[
          ...lines.map(({ cell, persons }) => ({
            label: `${t(`cohorts.groups.${cell}`)} (${persons})`,
            colour: LOOK[cell].colour,
          })),
          ...(expected === null
            ? []
            : [{ label: t('cohorts.expected'), colour: CHART_COLOURS.text, dashed: true }]),
        ]}
      />
      <Chart
        label={t(`cohorts.questions.${outcome}`)}
        option={option}
        height={230}
        rows={rows}
        columns={columns}
        rowKey={({ day }) => String(day)}
      />
    </Section>
  );
};
