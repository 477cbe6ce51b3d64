import type { LabMeasure, LabRule, LabUnit, TrialQuestion } from './views';

/** A trial as it is typed: per cent and kroner, empty where nothing stands. */
export type TrialValues = {
  basis: 'own' | 'published';
  treated: string[];
  compared: string[];
  /** Own figures on another size than that of the workplaces. */
  supposed: boolean;
  treatedUnits: number | '';
  comparedUnits: number | '';
  personsPerUnit: number | '';
  choice: 'lot' | 'chosen';
  measure: LabMeasure;
  rule: LabRule;
  threshold: number | '';
  level: number | '';
  tau: number | '';
  expected: number | '';
  below: number | '';
  drift: number | '';
  target: number | '';
  rate: number | '';
  costs: number | '';
  share: number | '';
  attribution: number | '';
  cap: number | '';
};

const of = (units: readonly LabUnit[], arm: LabUnit['arm']): string[] =>
  units.filter((unit) => unit.arm === arm).map((unit) => unit.id);

/** The recommended terms, on the workplaces as they stand. */
export const blankTrial = (units: readonly LabUnit[]): TrialValues => ({
  basis: units.length > 0 ? 'own' : 'published',
  treated: of(units, 'in'),
  compared: of(units, 'comparison'),
  supposed: false,
  treatedUnits: 20,
  comparedUnits: 20,
  personsPerUnit: 50,
  choice: 'chosen',
  measure: 'spells',
  rule: 'lower-bound',
  threshold: 0,
  level: 5,
  tau: 5,
  expected: 200,
  below: 80,
  drift: 15,
  target: 10,
  rate: 2000,
  costs: 0,
  share: 50,
  attribution: 100,
  cap: '',
});

/** A hundredth without the noise of binary fractions. */
const share = (percent: number | ''): number => Number((Number(percent) / 100).toFixed(6));
const oere = (kroner: number | ''): number => Math.round(Number(kroner) * 100);

/** Whether the size is typed and not that of the workplaces: always where published figures are used. */
export const isSupposed = ({ basis, supposed }: Pick<TrialValues, 'basis' | 'supposed'>): boolean =>
  basis === 'published' || supposed;

/** As it is sent. */
export const questionOf = (values: TrialValues): TrialQuestion => ({
  basis: values.basis,
  treated: values.basis === 'own' ? values.treated : [],
  compared: values.basis === 'own' ? values.compared : [],
  size: isSupposed(values)
    ? {
        treatedUnits: Number(values.treatedUnits),
        comparedUnits: Number(values.comparedUnits),
        personsPerUnit: Number(values.personsPerUnit),
      }
    : null,
  choice: values.choice,
  measure: values.measure,
  rule: values.rule,
  threshold: share(values.threshold),
  level: share(values.level),
  tau: share(values.tau),
  count:
    values.rule === 'count'
      ? { expected: Number(values.expected), below: Number(values.below), drift: share(values.drift) }
      : null,
  target: share(values.target),
  money: {
    purse: 'employer',
    rate: oere(values.rate),
    costs: oere(values.costs),
    share: String(share(values.share)),
    attribution: String(share(values.attribution)),
    periodCap: values.cap === '' ? null : oere(values.cap),
  },
});

const typed = (part: number): number => Number((100 * part).toFixed(4));

/** A kept trial as it would be typed, so that the next one changes a single thing. */
export const valuesOf = (question: TrialQuestion, units: readonly LabUnit[]): TrialValues => {
  const blank = blankTrial(units);
  const { size, count, money } = question;
  return {
    ...blank,
    basis: question.basis,
    ...(question.basis === 'own' ? { treated: question.treated, compared: question.compared } : {}),
    ...size,
    supposed: question.basis === 'own' && size !== null && size !== undefined,
    choice: question.choice,
    measure: question.measure,
    rule: question.rule,
    threshold: typed(question.threshold),
    level: typed(question.level),
    tau: typed(question.tau),
    ...(count ? { expected: count.expected, below: count.below, drift: typed(count.drift) } : {}),
    target: typed(question.target),
    rate: money.rate / 100,
    costs: money.costs / 100,
    share: typed(Number(money.share)),
    attribution: typed(Number(money.attribution)),
    cap: money.periodCap === null || money.periodCap === undefined ? '' : money.periodCap / 100,
  };
};
