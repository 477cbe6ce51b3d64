import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import { Fold } from '../ui/fold';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { useKroner } from '../partnerships/kroner';
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

type Line = { step: string; value: string };

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

const Lines = ({ caption, lines }: { caption: string; lines: Line[] }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const look = ({ step }: Line): string | undefined => (STRONG.includes(step) ? styles.strong : undefined);
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ step }) => step}
      empty={null}
      onPhone="scroll"
      columns={[
        {
          key: 'line',
          head: t('statement.line'),
          main: true,
          cell: (line) => (
            <span className={look(line) ?? styles.plain}>{word('outcomes', 'steps', line.step)}</span>
          ),
        },
        {
          key: 'value',
          head: t('statement.value'),
          number: true,
          cell: (line) => <span className={look(line)}>{line.value}</span>,
        },
      ]}
    />
  );
};

/** Every line of definitions 9.2 in its order, from units to what is paid: each term folded, the contract's own open. */
export const MoneyLines = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const kroner = useKroner();
  const value = useValue();
  const { settled } = statement;
  return (
    <>
      {settled.terms.map(({ id, lines }) => {
        const name = word('outcomes', 'measures', id);
        const last = lines.at(-1);
        return (
          <Fold key={id} title={name} aside={last && value(last)}>
            <Lines caption={name} lines={lines.map((line) => ({ step: line.step, value: value(line) }))} />
          </Fold>
        );
      })}
      <Lines
        caption={t('statement.contract')}
        lines={MONEY.map((step) => ({ step, value: kroner(settled[step]) }))}
      />
    </>
  );
};
