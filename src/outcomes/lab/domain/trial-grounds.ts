import type { Reason } from '../../../disclosure/index.js';
import { QUANTITY_OF } from '../../../partnerships/index.js';
import { LAB_MEASURES, type IndicatorFigures, type LabMeasure } from './indicator-moments.js';
import type { LabContent } from './lab-content.js';
import { decideLab, releasedFigures, releasedTopShare, type UnitSet } from './lab-release.js';
import { PUBLISHED_CORRELATION, PUBLISHED_MEAN, publishedFigures } from './published-figures.js';
import { returnOf, type Return } from './regression-to-the-mean.js';
import type { SupposedSize, TrialGrounds, TrialQuestion } from './trial.js';

/** What has left the house with a trial. */
export interface ReleasedSet {
  readonly measure: LabMeasure;
  readonly units: UnitSet;
}

/** Of which workplaces together figures left the house by any exit; each once, however many months were told. */
export const setsOf = (
  cells: readonly { readonly measure: string; readonly units: UnitSet }[],
): ReleasedSet[] => {
  const sets = LAB_MEASURES.flatMap((measure) =>
    cells
      .filter((cell) => cell.measure === QUANTITY_OF[measure])
      .map(({ units }) => [`${measure} ${units.toSorted().join()}`, { measure, units }] as const),
  );
  return [...new Map(sets).values()];
};

export interface OwnGrounds extends TrialGrounds {
  readonly released: readonly ReleasedSet[];
}

const rounded = (persons: number): number => Number(persons.toPrecision(2));
const percent = (share: number): number => Number(share.toFixed(2));

const ofSize = ({ treatedUnits, comparedUnits, personsPerUnit }: SupposedSize) => ({
  units: { treated: treatedUnits, comparison: comparedUnits },
  sizes: { treated: treatedUnits * personsPerUnit, compared: comparedUnits * personsPerUnit },
  imbalance: 1,
});

/** The published figures of a size that is supposed. */
export const publishedGrounds = (size: SupposedSize): TrialGrounds => {
  const of = (measure: 'days' | 'spells') => ({
    ...publishedFigures(measure, PUBLISHED_CORRELATION),
    mean: PUBLISHED_MEAN[measure],
    intraclassCorrelation: null,
    unitSize: size.personsPerUnit,
  });
  return {
    figures: new Map([
      ['spells', of('spells')],
      ['days', of('days')],
    ]),
    hidden: new Map(),
    topShares: new Map(),
    regression: null,
    ...ofSize(size),
  };
};

const chosenSize = ({ moments }: LabContent, { treated, compared }: TrialQuestion) => {
  const persons = (units: UnitSet): number[] =>
    moments
      .filter((unit) => unit.measure === 'days' && units.includes(unit.unitId))
      .map((unit) => (unit.first.exposure + unit.second.exposure) / 2);
  const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
  const [of, other] = [persons(treated), persons(compared)];
  const all = [...of, ...other];
  return {
    units: { treated: treated.length, comparison: compared.length },
    sizes: { treated: rounded(total(of)), compared: rounded(total(other)) },
    imbalance: all.length === 0 ? 1 : Number(((Math.max(...all) * all.length) / total(all)).toFixed(1)),
  };
};

const wasHigh = (
  content: LabContent,
  { measure, treated, compared }: TrialQuestion,
  figures: IndicatorFigures,
): Return | null => {
  const of = (units: UnitSet) =>
    content.moments.filter((unit) => unit.measure === measure && units.includes(unit.unitId));
  const found = returnOf(of(treated), of(compared), figures.unitCorrelation ?? figures.correlation);
  return found && { ...found, excess: percent(found.excess), expected: percent(found.expected) };
};

/** The own figures of the chosen workplaces, as far as the output policy lets them out beside all that left before. */
export const ownGrounds = (
  content: LabContent,
  question: TrialQuestion,
  earlier: readonly ReleasedSet[],
): OwnGrounds => {
  const asked = [...question.treated, ...question.compared];
  const figures = new Map<LabMeasure, IndicatorFigures>();
  const hidden = new Map<LabMeasure, Reason>();
  const topShares = new Map<LabMeasure, number>();
  const released: ReleasedSet[] = [];
  let regression: Return | null = null;
  for (const measure of LAB_MEASURES) {
    const all = content.moments.filter((unit) => unit.measure === measure);
    const own = all.filter((unit) => asked.includes(unit.unitId));
    const before = earlier.filter((set) => set.measure === measure).map((set) => set.units);
    const decision = decideLab(all, question, before, content.limits);
    const found = releasedFigures(own);
    if (decision.whole !== null || found === null) {
      hidden.set(measure, decision.whole ?? 'nothing');
      continue;
    }
    figures.set(measure, found);
    released.push({ measure, units: asked });
    const top = asked.length === content.units.length ? releasedTopShare(own) : null;
    if (top !== null) topShares.set(measure, top);
    if (measure !== question.measure || decision.sides !== null) continue;
    regression = wasHigh(content, question, found);
    released.push({ measure, units: question.treated }, { measure, units: question.compared });
  }
  const size = question.size ? ofSize(question.size) : chosenSize(content, question);
  return { figures, hidden, topShares, regression, released, ...size };
};
