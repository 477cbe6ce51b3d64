import { useTranslation } from 'react-i18next';
import { useKroner } from './kroner';
import { DataTable } from '../ui/data-table';
import { Facts } from '../ui/facts';
import { Section } from '../ui/section';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import styles from './outcomes.module.css';
import type { Statement, StatementLine } from './views';

const MONEY = [
  'earned',
  'carryIn',
  'withCarryIn',
  'withinPeriodCap',
  'withinContractCap',
  'payable',
  'held',
  'net',
  'vat',
  'total',
  'carryOut',
  'cumulative',
] as const;
const STRONG: readonly string[] = ['shared', 'net', 'total'];

type Line = { key: string; group: string; label: string; value: string };

const useValue = (): ((line: StatementLine) => string) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  const kroner = useKroner();
  return ({ step, figure, amount, met, refusal }) => {
    if (amount !== undefined) return kroner(amount);
    if (refusal !== undefined) return word('outcomes', 'refusals', refusal);
    if (met !== undefined) return met ? t('statement.met') : t('statement.notMet');
    if (figure === undefined) return '–';
    return step === 'part-of-expected' ? format.percent(Number(figure), 2) : format.number(Number(figure), 2);
  };
};

/** Every line of definitions 9.2 in its order, from units to what is paid. */
export const MoneyLines = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const kroner = useKroner();
  const value = useValue();
  const { settled } = statement;
  const rows: Line[] = [
    ...settled.terms.flatMap(({ id, lines }) =>
      lines.map((line) => ({
        key: `${id} ${line.step}`,
        group: word('outcomes', 'measures', id),
        label: word('outcomes', 'steps', line.step),
        value: value(line),
      })),
    ),
    ...MONEY.map((step) => ({
      key: step,
      group: t('statement.contract'),
      label: word('outcomes', 'steps', step),
      value: kroner(settled[step]),
    })),
  ];
  const isStrong = ({ key }: Line): boolean => STRONG.includes(key.split(' ').at(-1) ?? key);
  return (
    <DataTable
      caption={t('statement.lines')}
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        { key: 'group', head: t('statement.of'), cell: ({ group }) => group },
        {
          key: 'label',
          head: t('statement.line'),
          main: true,
          cell: (line) => <span className={isStrong(line) ? styles.strong : undefined}>{line.label}</span>,
        },
        {
          key: 'value',
          head: t('statement.value'),
          number: true,
          cell: (line) => <span className={isStrong(line) ? styles.strong : undefined}>{line.value}</span>,
        },
      ]}
    />
  );
};

const TONES = { kept: 'calm', broken: 'danger', missing: 'attention' } as const;

export const Guardrails = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  return (
    <DataTable
      caption={t('statement.guardrails')}
      rows={statement.settled.guardrails}
      rowKey={({ name }) => name}
      empty={<p>{t('statement.noGuardrails')}</p>}
      columns={[
        {
          key: 'name',
          head: t('statement.guardrail'),
          main: true,
          cell: ({ name }) => word('outcomes', 'guardrails', name),
        },
        {
          key: 'limit',
          head: t('statement.limit'),
          number: true,
          cell: ({ side, limit }) => `${side === 'at-least' ? '≥' : '≤'} ${format.number(Number(limit), 3)}`,
        },
        {
          key: 'figure',
          head: t('statement.figure'),
          number: true,
          cell: ({ figure }) =>
            figure === null ? t('fidelity.states.not-yet-measured') : format.number(Number(figure), 3),
        },
        {
          key: 'state',
          head: t('statement.state'),
          cell: ({ state }) => (
            <Status tone={TONES[state]}>{word('outcomes', 'guardrailStates', state)}</Status>
          ),
        },
      ]}
    />
  );
};

const ARMS = ['treated', 'comparison'] as const;

/** Who was there, and how much of their absence is known. */
export const Population = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const { population, completeness } = statement;
  const count = (key: 'atStart' | 'joined' | 'left' | 'atEnd') => ({
    key,
    head: t(`population.${key}`),
    number: true,
    cell: (arm: (typeof ARMS)[number]) =>
      population[arm][key] === null ? t('population.few') : format.number(population[arm][key]),
  });
  return (
    <>
      <DataTable
        caption={t('population.title')}
        rows={[...ARMS]}
        rowKey={(arm) => arm}
        empty={null}
        columns={[
          { key: 'arm', head: t('population.arm'), main: true, cell: (arm) => t(`population.${arm}`) },
          count('atStart'),
          count('joined'),
          count('left'),
          count('atEnd'),
          {
            key: 'exposure',
            head: t('population.exposure'),
            number: true,
            cell: (arm) => format.number(Number(population[arm].exposure) / 12, 1),
          },
        ]}
      />
      <Facts
        items={[
          {
            label: t('population.completeness'),
            value: format.percent(completeness.share === null ? null : Number(completeness.share)),
          },
          { label: t('population.corrected'), value: format.number(completeness.correctedSpells) },
          {
            label: t('basis.provisional'),
            value: completeness.provisionalMonths.map((month) => format.month(month)).join(', ') || '–',
          },
        ]}
      />
    </>
  );
};

/** Rates of both arms before and after, and the estimate, by indicator. */
export const Outcomes = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  const rate = ({ amount, exposure }: { amount: string; exposure: string }): string =>
    Number(exposure) > 0 ? format.number((12 * Number(amount)) / Number(exposure), 2) : '–';
  const rows = statement.outcomes.flatMap((outcome) =>
    ARMS.map((arm) => ({ outcome, arm, ...outcome[arm] })),
  );
  return (
    <DataTable
      caption={t('statement.outcomes')}
      rows={rows}
      rowKey={({ outcome, arm }) => `${outcome.indicator} ${arm}`}
      empty={null}
      columns={[
        {
          key: 'arm',
          head: t('statement.outcomes'),
          main: true,
          cell: ({ outcome, arm }) =>
            `${word('outcomes', 'measures', outcome.indicator)}, ${t(`population.${arm}`)}`,
        },
        {
          key: 'units',
          head: t('statement.workplaces'),
          number: true,
          cell: ({ units }) => format.number(units),
        },
        {
          key: 'before',
          head: t('lines.before'),
          number: true,
          cell: ({ amountBefore, exposureBefore }) =>
            rate({ amount: amountBefore, exposure: exposureBefore }),
        },
        {
          key: 'after',
          head: t('lines.after'),
          number: true,
          cell: ({ amountAfter, exposureAfter }) => rate({ amount: amountAfter, exposure: exposureAfter }),
        },
      ]}
    />
  );
};

/** A statement from people to money. */
export const StatementSections = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  return (
    <>
      <Section title={t('statement.lines')} flush>
        <MoneyLines statement={statement} />
      </Section>
      <Section title={t('statement.guardrails')} flush>
        <Guardrails statement={statement} />
      </Section>
      <Section title={t('statement.outcomes')} flush>
        <Outcomes statement={statement} />
      </Section>
      <Section title={t('population.title')}>
        <Population statement={statement} />
      </Section>
    </>
  );
};
