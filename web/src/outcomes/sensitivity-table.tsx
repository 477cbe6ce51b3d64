import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { IntervalBar } from './interval-bar';
import { spanOf } from './interval-scale';
import styles from './outcomes.module.css';
import type { EffectEstimate, EffectRange } from './views';

type Row = { kind: string; effect: EffectRange | null; why: string | null };

/** The estimate and every other way that it could have been told, on one scale. */
export const SensitivityTable = ({ estimate }: { estimate: EffectEstimate }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  const rows: Row[] = [
    { kind: 'main', effect: estimate.effect, why: estimate.fault },
    ...estimate.sensitivities.map(({ kind, effect, why }) => ({ kind, effect, why })),
  ];
  const span = spanOf(rows.flatMap(({ effect }) => effect ?? []));
  const interval = ({ lower, upper }: EffectRange): string =>
    lower === null || upper === null
      ? t('effect.noInterval')
      : t('effect.between', {
          lower: format.number(Number(lower), 1),
          upper: format.number(Number(upper), 1),
        });
  return (
    <DataTable
      caption={t('sensitivity.title')}
      rows={rows}
      rowKey={({ kind }) => kind}
      empty={null}
      columns={[
        {
          key: 'kind',
          head: t('sensitivity.way'),
          main: true,
          cell: ({ kind }) => (
            <span className={kind === 'main' ? styles.strong : undefined}>
              {word('outcomes', 'ways', kind)}
            </span>
          ),
        },
        {
          key: 'bar',
          head: t('sensitivity.drawn'),
          cell: ({ kind, effect, why }) =>
            effect === null ? (
              word('outcomes', 'why', why ?? 'same-cells')
            ) : (
              <IntervalBar effect={effect} span={span} main={kind === 'main'} />
            ),
        },
        {
          key: 'avoided',
          head: t('effect.avoided'),
          number: true,
          cell: ({ effect }) => format.number(effect && Number(effect.avoided), 1),
        },
        {
          key: 'interval',
          head: t('effect.interval'),
          number: true,
          cell: ({ effect }) => (effect === null ? '–' : interval(effect)),
        },
      ]}
    />
  );
};
