import {
  AbsenceFootprints,
  byAtom,
  type AbsenceFact,
  type ExposureFact,
  type Facts,
  type HeldQuantity,
  type PresenceFact,
} from '../../absence/index.js';
import { totalOf, type Atoms, type Footprint } from '../../disclosure/index.js';

/** What was done at a workplace in a month (definitions 4.5, 4.6, 7.4); waiting days are those of referrals held in it. */
export const ACTIVITIES = [
  'signals-raised',
  'signals-due',
  'signals-in-time',
  'contact-attempted',
  'recorded-late',
  'learned-late',
  'cases-opened',
  'cases-closed',
  'unit-cases-opened',
  'workplace-visits',
  'referrals-asked',
  'referrals-held',
  'waiting-days',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export interface ActivityFact {
  readonly workplace: string;
  readonly month: string;
  readonly activity: Activity;
  readonly count: number;
}

/** Figures of absence that stand or fall together, because one is worked out from the other. */
export const ABSENCE_QUANTITIES = [
  'absence-days',
  'spells-ended',
  'spells-begun',
  'days-by-length',
] as const satisfies readonly HeldQuantity[];
export type AbsenceQuantity = (typeof ABSENCE_QUANTITIES)[number];

/** Those of an evaluator's cells: of contracts too. */
export const CELL_QUANTITIES = [
  ...ABSENCE_QUANTITIES,
  'days-cut-at-30',
  'long-spells',
] as const satisfies readonly HeldQuantity[];
export type CellQuantity = (typeof CELL_QUANTITIES)[number];

export interface AllFacts {
  readonly exposure: readonly ExposureFact[];
  readonly presence: readonly PresenceFact[];
  readonly absence: readonly AbsenceFact[];
  readonly activity: readonly ActivityFact[];
  /** Absence as it was known at the instants of earlier releases. */
  readonly absenceThen: ReadonlyMap<string, readonly AbsenceFact[]>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What was read of the workplaces, ready to be asked about any set of workplaces and months. */
export class ReportFacts {
  private readonly exposures: ReadonlyMap<string, readonly ExposureFact[]>;
  private readonly footprints: AbsenceFootprints;
  private readonly activities: ReadonlyMap<string, readonly ActivityFact[]>;

  constructor({ exposure, presence, absence, absenceThen, activity }: AllFacts) {
    this.exposures = byAtom(exposure);
    this.footprints = new AbsenceFootprints(presence, absence, absenceThen);
    this.activities = byAtom(activity);
  }

  /** What the measures of the product are made of; what no figure of a report asks for stays 0. */
  together(atoms: Atoms): Facts {
    const exposed = [...atoms].flatMap((atom) => this.exposures.get(atom) ?? []);
    const absent = this.footprints.absence(atoms);
    const days = {
      shortDays: sum(absent.map((fact) => sum(fact.shortDays))),
      mediumDays: sum(absent.map((fact) => sum(fact.mediumDays))),
      longDays: sum(absent.map((fact) => sum(fact.longDays))),
    };
    return {
      employedDays: sum(exposed.map((fact) => fact.employedDays)),
      fteDays: sum(exposed.map((fact) => fact.fteDays)),
      possibleDays: sum(exposed.map((fact) => fact.possibleDays)),
      absenceDays: days.shortDays + days.mediumDays + days.longDays,
      ...days,
      injuryDays: 0,
      spellsBegun: sum(absent.map((fact) => sum(fact.begun))),
      spellsEnded: sum(absent.map((fact) => sum(fact.ended))),
      endedCalendarDays: 0,
    };
  }

  /** Who stands behind a quantity, by what is known now or was known at an earlier release. */
  footprint(quantity: CellQuantity, atoms: Atoms, knownAt?: string): Footprint {
    return this.footprints.footprint(quantity, atoms, knownAt);
  }

  /** The sums of a quantity. */
  amounts(quantity: CellQuantity, atoms: Atoms): number[] {
    return this.footprint(quantity, atoms).amounts.map(totalOf);
  }

  count(activity: Activity, atoms: Atoms): number {
    const found = [...atoms].flatMap((atom) => this.activities.get(atom) ?? []);
    return sum(found.filter((fact) => fact.activity === activity).map((fact) => fact.count));
  }
}
