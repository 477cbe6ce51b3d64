import type { AskedFamily, AskedFigure, DecidedFigure } from '../../../partnerships/index.js';
import type { Reason } from '../../../disclosure/index.js';
import { localDate } from '../../../shared/local-date.js';
import { byKey, matchedBaseline } from './chosen-cells.js';
import type { EffectPlan, PlannedUnit } from './effect-plan.js';
import { monthsBetween, quarterOf, type Month } from './month.js';

/** Why figures of an arm are not shown, by quarter and over the months that an effect is told by; null where they are. */
export interface ArmSight {
  readonly whole: Reason | null;
  readonly quarters: ReadonlyMap<string, Reason | null>;
}

export interface ArmsSight {
  readonly treated: ArmSight;
  readonly comparison: ArmSight;
}

type Arm = PlannedUnit['arm'];

const keyOf = (plan: EffectPlan, arm: Arm, part: string): string => `${plan.indicator} ${arm} ${part}`;

/** The months that a plan speaks of by quarter; one that the work began in holds months of both sides. */
const quartersOf = ({ baseline, period }: EffectPlan): ReadonlyMap<string, readonly Month[]> =>
  byKey([...monthsBetween(baseline.from, baseline.to), ...monthsBetween(period.from, period.to)], quarterOf);

interface Told {
  readonly plan: EffectPlan;
  readonly arm: Arm;
}

const unitsOf = ({ plan, arm }: Told): string[] =>
  plan.units.flatMap((unit) => (unit.arm === arm ? [unit.unitId] : []));

const figureOf = (told: Told, part: string, months: readonly Month[]): AskedFigure => ({
  key: keyOf(told.plan, told.arm, part),
  units: unitsOf(told),
  months: months.map((month) => localDate(`${month}-01`)),
});

const sumOf = (told: Told, part: string, months: readonly Month[]): AskedFamily => ({
  ...figureOf(told, part, months),
  measure: told.plan.measure,
  parts: [],
});

const arms = ['in', 'comparison'] as const satisfies readonly Arm[];

const toldBy = (plan: EffectPlan): Told[] =>
  arms.map((arm) => ({ plan, arm })).filter((told) => unitsOf(told).length > 0);

/** What an estimate tells of both arms: the sums before and after that it is made of. */
export const sumsOf = (plan: EffectPlan): AskedFamily[] =>
  toldBy(plan).flatMap((told) => [
    sumOf(told, 'after', monthsBetween(plan.period.from, plan.period.to)),
    sumOf(told, 'before', matchedBaseline(plan)),
  ]);

/** The sums with every quarter that lines are drawn by: as parts of a sum where they are, alone where they are not. */
export const linesOf = (plan: EffectPlan): AskedFamily[] => {
  const quarters = [...quartersOf(plan)];
  return toldBy(plan).flatMap((told) => {
    const within =
      (sum: readonly Month[]) =>
      ([, months]: (typeof quarters)[number]): boolean =>
        months.every((month) => sum.includes(month));
    const sums = [
      ['after', monthsBetween(plan.period.from, plan.period.to)],
      ['before', matchedBaseline(plan)],
    ] as const;
    const alone = quarters.filter((quarter) => !sums.some(([, months]) => within(months)(quarter)));
    return [
      ...sums.map(([part, months]) => ({
        ...sumOf(told, part, months),
        parts: quarters.filter(within(months)).map(([quarter, own]) => figureOf(told, quarter, own)),
      })),
      ...alone.map(([quarter, months]) => sumOf(told, quarter, months)),
    ];
  });
};

/** What of the arms may be shown, as it was decided. */
export const sightOf = (plan: EffectPlan, decided: readonly DecidedFigure[]): ArmsSight => {
  const reasons = new Map(decided.map(({ key, reason }) => [key, reason]));
  const of = (arm: Arm): ArmSight => {
    const reason = (part: string): Reason | null => reasons.get(keyOf(plan, arm, part)) ?? null;
    return {
      whole: reason('after') ?? reason('before'),
      quarters: new Map([...quartersOf(plan).keys()].map((quarter) => [quarter, reason(quarter)])),
    };
  };
  return { treated: of('in'), comparison: of('comparison') };
};
