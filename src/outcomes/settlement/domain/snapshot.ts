import { isSmallCount, type DisclosureLimits } from '../../../disclosure/index.js';
import type { FixedCut, GuardrailName, DecimalText } from '../../../partnerships/index.js';
import { canonicalJson } from '../../../shared/canonical-json.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { Oere } from '../../../shared/money.js';
import type { EffectCell } from '../../effect/domain/effect-plan.js';

/** Who was there: persons with employment at the workplaces of the contract. */
export interface PopulationFlow {
  readonly atStart: number;
  readonly joined: number;
  readonly left: number;
  readonly atEnd: number;
  /** Months of full-time work. */
  readonly exposure: DecimalText;
}

/** The same as it is told: a count of few persons stands as no number, nor does what it could be worked out from. */
export type ToldFlow = Pick<PopulationFlow, 'exposure'> & {
  readonly [Count in Exclude<keyof PopulationFlow, 'exposure'>]: number | null;
};

/** The smallest count that is told (definitions 6.2): the policy's own, or the highest that an employer asks for. */
export type CountLimit = Pick<DisclosureLimits, 'count'>;

/** That a few came or went is told on neither side, since the ends tell the difference; where an end is few, nothing is. */
export const toldFlow = (flow: PopulationFlow, limits: CountLimit): ToldFlow => {
  const isFew = (persons: number): boolean => isSmallCount(persons, limits);
  const { atStart, joined, left, atEnd, exposure } = flow;
  if (isFew(atStart) || isFew(atEnd))
    return { atStart: null, joined: null, left: null, atEnd: null, exposure };
  return isFew(joined) || isFew(left) ? { ...flow, joined: null, left: null } : flow;
};

/** How much of the period's reports has come, and how much of it has changed since it first came. */
export interface Completeness {
  /** Months of full-time work of which absence is known, over all of them. */
  readonly share: DecimalText | null;
  readonly correctedSpells: number;
  readonly provisionalMonths: readonly string[];
}

export type ToldCompleteness = Omit<Completeness, 'correctedSpells'> & {
  /** Null where they are too few to be told. */
  readonly correctedSpells: number | null;
};

/** Few spells may be those of as few persons: they are not told either. */
export const toldCompleteness = (completeness: Completeness, limits: CountLimit): ToldCompleteness =>
  isSmallCount(completeness.correctedSpells, limits)
    ? { ...completeness, correctedSpells: null }
    : completeness;

/** The cells of an indicator, as they were known. */
export interface IndicatorCells {
  readonly id: string;
  readonly cells: readonly EffectCell[];
}

/**
 * Everything that a period was settled from beside its contract and plans. Kept where no party reads it: it holds
 * figures of single workplaces. Figures are decimals as text with 12 significant digits at most.
 */
export interface Snapshot {
  readonly format: 1;
  readonly partnershipId: string;
  readonly contract: { readonly version: number; readonly hash: string };
  readonly period: { readonly from: LocalDate; readonly to: LocalDate; readonly cut: FixedCut };
  /** The day up to which everything reported was taken. */
  readonly knownOn: LocalDate;
  readonly baselineHash: string | null;
  /** Those that are told: a hidden one is not kept at all. */
  readonly indicators: readonly IndicatorCells[];
  /** Of terms by count. */
  readonly counts: Readonly<Record<string, { readonly expected: DecimalText; readonly observed: number }>>;
  /** Of terms by rate card, as stated by who drew the settlement up. */
  readonly delivered: Readonly<Record<string, number>>;
  readonly guardrailFigures: Readonly<Partial<Record<GuardrailName, DecimalText | null>>>;
  /** Those whose figure few persons stand behind: they are held to it, and told no more than whether it keeps the limit. */
  readonly guardrailsOfFew: readonly GuardrailName[];
  /** The output policy's numbers as the strictest employer had them. */
  readonly limits: CountLimit;
  readonly population: { readonly treated: PopulationFlow; readonly comparison: PopulationFlow };
  readonly completeness: Completeness;
  /** Of corrections signed since the period before was settled; they are part of what is carried in. */
  readonly trueUps: readonly { readonly statementHash: string; readonly amount: Oere }[];
  readonly carryIn: Oere;
  readonly paidEarlier: Oere;
}

const byMonth = (a: EffectCell, b: EffectCell): number => {
  const [left, right] = [`${a.unitId} ${a.month}`, `${b.unitId} ${b.month}`];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** A snapshot in its one order: cells by workplace and month, indicators by id. */
export const inOrder = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  indicators: [...snapshot.indicators]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, cells }) => ({ id, cells: [...cells].sort(byMonth) })),
});

/** The bytes that are kept and hashed: the same figures give the same bytes, in whatever order they were read. */
export const snapshotText = (snapshot: Snapshot): string => canonicalJson(inOrder(snapshot));
