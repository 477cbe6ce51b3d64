import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts';
import { Notice } from '../ui/notice';
import { Block, Section } from '../ui/section';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { EffectLines } from './effect-lines';
import styles from './outcomes.module.css';
import { SensitivityTable } from './sensitivity-table';
import type { EffectEstimate, EffectRange } from './views';

const useReading = (): ((estimate: EffectEstimate, unit: string) => string) => {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const one = (text: string | null): string => format.number(text === null ? null : Number(text), 0);
  return ({ reading, effect }, unit) => {
    const share =
      effect === null || Number(effect.expected) <= 0
        ? '–'
        : format.percent(Math.abs(Number(effect.avoided) / Number(effect.expected)), 0);
    const size = (text: string | null): string => one(text === null ? null : String(Math.abs(Number(text))));
    return t(`readings.${reading}`, {
      unit,
      share,
      avoided: size(effect?.avoided ?? null),
      lower: one(effect?.lower ?? null),
      upper: one(effect?.upper ?? null),
    });
  };
};

const Figures = ({ effect, unit }: { effect: EffectRange; unit: string }) => {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const items = [
    ['effect.expected', effect.expected],
    ['effect.observed', effect.observed],
    ['effect.avoided', effect.avoided],
  ] as const;
  return (
    <div className={styles.figures}>
      {items.map(([label, value]) => (
        <div key={label}>
          <span>{t(label)}</span>
          <b className={styles.big}>{format.number(Number(value), 0)}</b> {unit}
        </div>
      ))}
    </div>
  );
};

const Basis = ({ estimate }: { estimate: EffectEstimate }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  const { preTrend, treated, comparison, leftOut, provisionalMonths } = estimate;
  const number = (text: string | null, decimals: number) =>
    format.number(text === null ? null : Number(text), decimals);
  return (
    <Facts
      items={[
        { label: t('basis.design'), value: word('outcomes', 'designs', estimate.design) },
        { label: t('basis.method'), value: word('outcomes', 'methods', estimate.method ?? 'none') },
        {
          label: t('basis.workplaces'),
          value: t('basis.counts', { treated: treated.units, comparison: comparison.units, leftOut }),
        },
        ...(estimate.ratio === null
          ? []
          : [
              {
                label: t('basis.ratio'),
                value: [
                  number(estimate.ratio.ratio, 3),
                  estimate.ratio.lower === null || estimate.ratio.upper === null
                    ? `(${t('effect.noInterval')})`
                    : `(${number(estimate.ratio.lower, 3)}–${number(estimate.ratio.upper, 3)})`,
                ].join(' '),
              },
            ]),
        { label: t('basis.p'), value: number(estimate.p, 4) },
        {
          label: t('basis.smallestP'),
          value: number(estimate.smallestP, Number(estimate.smallestP) < 0.001 ? 6 : 4),
        },
        {
          label: t('basis.payingBound'),
          value:
            estimate.payingBound === null
              ? word('outcomes', 'refusals', estimate.refusal ?? 'no-interval')
              : number(estimate.payingBound, 1),
        },
        {
          label: t('basis.preTrend'),
          value:
            preTrend === null
              ? t('basis.noPreTrend')
              : t(preTrend.apart ? 'basis.apart' : 'basis.together', {
                  ratio: number(preTrend.ratio, 3),
                  p: number(preTrend.p, 3),
                }),
        },
        ...(provisionalMonths.length === 0
          ? []
          : [
              {
                label: t('basis.provisional'),
                value: provisionalMonths.map((month) => format.month(month)).join(', '),
              },
            ]),
      ]}
    />
  );
};

type Told = { estimate: EffectEstimate; measure: string };

/** What it says in plain words, with the figures it says it of. */
const Reading = ({ estimate, measure }: Told) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const reading = useReading();
  const unit = word('outcomes', 'units', measure);
  return (
    <>
      <p className={styles.reading}>{reading(estimate, unit)}</p>
      {estimate.refusal !== null && (
        <Notice tone="attention" title={t('effect.refused')}>
          {word('outcomes', 'refusals', estimate.refusal)}
        </Notice>
      )}
      {estimate.effect !== null && <Figures effect={estimate.effect} unit={unit} />}
    </>
  );
};

export const HiddenEstimate = ({ hidden }: { hidden: string }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  return (
    <Notice tone="quiet" title={t('effect.hidden')}>
      {word('partnerships', 'hidden', hidden)}
    </Notice>
  );
};

/** One estimate, its interval, its lines, and what it rests on: as sections of a page, or as blocks of one of them. */
export const EstimateSections = ({
  estimate,
  measure,
  within = 'page',
}: Told & { within?: 'page' | 'section' }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const { hidden = null, lines } = estimate;
  if (hidden !== null) return <HiddenEstimate hidden={hidden} />;
  const Part = within === 'page' ? Section : Block;
  return (
    <>
      <Part title={t('effect.reading')}>
        <Reading estimate={estimate} measure={measure} />
      </Part>
      <Part title={t('sensitivity.title')}>
        <SensitivityTable estimate={estimate} />
      </Part>
      {lines !== undefined && (
        <Part title={t('lines.title')}>
          <EffectLines points={lines} unit={word('outcomes', 'units', measure)} />
        </Part>
      )}
      <Part title={t('basis.title')}>
        <Basis estimate={estimate} />
      </Part>
    </>
  );
};
