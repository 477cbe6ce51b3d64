import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import { Facts } from '../ui/facts';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { EstimateFold } from './estimate-fold';
import { MoneyLines } from './money-lines';
import styles from './outcomes.module.css';
import type { Statement } from './views';

const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

const TONES = { kept: 'calm', broken: 'danger', missing: 'attention' } as const;

export const Guardrails = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation(['outcomes', 'contract']);
  const word = useWord();
  const format = useFormat();
  const written = (name: string, value: number, decimals: number): string =>
    name === 'completeness' ? format.percent(value) : format.number(value, decimals);
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
          cell: ({ name, side, limit }) =>
            `${t(`contract:guardrails.side.${side}`)} ${written(name, Number(limit), decimalsOf(limit))}`,
        },
        {
          key: 'figure',
          head: t('statement.figure'),
          number: true,
          cell: ({ name, figure, state }) => {
            if (figure !== null) return written(name, Number(figure), 3);
            return t(state === 'missing' ? 'fidelity.states.not-yet-measured' : 'population.few');
          },
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
          {
            label: t('population.corrected'),
            value:
              completeness.correctedSpells === null
                ? t('population.few')
                : format.number(completeness.correctedSpells),
          },
          {
            label: t('basis.provisional'),
            value: completeness.provisionalMonths.map((month) => format.month(month)).join(', ') || '–',
          },
        ]}
      />
    </>
  );
};

/** Rates of both arms before and after, by indicator. */
export const Outcomes = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  const rate = (amount: string, exposure: string): string =>
    Number(exposure) > 0 ? format.number((12 * Number(amount)) / Number(exposure), 2) : '–';
  return (
    <DataTable
      caption={t('statement.outcomes')}
      rows={statement.outcomes}
      rowKey={({ indicator }) => indicator}
      empty={null}
      columns={[
        {
          key: 'indicator',
          head: t('statement.indicator'),
          main: true,
          cell: ({ indicator }) => word('outcomes', 'measures', indicator),
        },
        ...ARMS.flatMap((arm) => [
          {
            key: `${arm} units`,
            head: t(`statement.units.${arm}`),
            number: true,
            cell: (outcome: Statement['outcomes'][number]) => format.number(outcome[arm].units),
          },
          {
            key: arm,
            head: t(`statement.rates.${arm}`),
            number: true,
            cell: (outcome: Statement['outcomes'][number]) => {
              const { amountBefore, exposureBefore, amountAfter, exposureAfter } = outcome[arm];
              return `${rate(amountBefore, exposureBefore)} → ${rate(amountAfter, exposureAfter)}`;
            },
          },
        ]),
      ]}
    />
  );
};

/** Names what is left out: nobody should look for it in vain. */
const HiddenOutcomes = ({ hidden }: { hidden: string[] }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  if (hidden.length === 0) return null;
  const names = hidden.map((indicator) => word('outcomes', 'measures', indicator)).join(', ');
  return (
    <div className={styles.inset}>
      <Notice tone="quiet" title={t('statement.hidden', { names })}>
        {t('statement.hiddenWhy')}
      </Notice>
    </div>
  );
};

/** A statement from money to people. */
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
        <HiddenOutcomes hidden={statement.hidden} />
        {statement.outcomes.map((outcome) => (
          <EstimateFold key={outcome.indicator} estimate={outcome} measure={outcome.indicator} />
        ))}
      </Section>
      <Section title={t('population.title')}>
        <Population statement={statement} />
      </Section>
    </>
  );
};
