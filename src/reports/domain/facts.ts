import type { Facts } from '../../absence/index.js';
import { atomOf, type Atoms, type Footprint } from '../../disclosure/index.js';

/** What a workplace's employees could have worked in a month; a full-time post is 37 hours a week. */
export interface ExposureFact {
  readonly workplace: string;
  /** Its first day. */
  readonly month: string;
  /** Working days × hours ÷ 37. */
  readonly possibleDays: number;
  /** Calendar days × hours ÷ 37. */
  readonly fteDays: number;
  /** Calendar days of employments. */
  readonly employedDays: number;
}

/** The months in which a person was employed at a workplace. */
export interface PresenceFact {
  readonly workplace: string;
  readonly person: string;
  readonly months: readonly string[];
}

/** One person's absence at a workplace in a month: dagsværk of 7.4 hours by length of spell, and spells. */
export interface AbsenceFact {
  readonly workplace: string;
  readonly month: string;
  readonly person: string;
  readonly shortDays: number;
  readonly mediumDays: number;
  readonly longDays: number;
  readonly begun: number;
  readonly ended: number;
}

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
export const ABSENCE_QUANTITIES = ['absence-days', 'spells-ended', 'spells-begun', 'days-by-length'] as const;
export type AbsenceQuantity = (typeof ABSENCE_QUANTITIES)[number];

const QUANTITIES: Readonly<Record<AbsenceQuantity, readonly ((fact: AbsenceFact) => number)[]>> = {
  'absence-days': [({ shortDays, mediumDays, longDays }) => shortDays + mediumDays + longDays],
  'spells-ended': [(fact) => fact.ended],
  'spells-begun': [(fact) => fact.begun],
  'days-by-length': [(fact) => fact.shortDays, (fact) => fact.mediumDays, (fact) => fact.longDays],
};

export interface AllFacts {
  readonly exposure: readonly ExposureFact[];
  readonly presence: readonly PresenceFact[];
  readonly absence: readonly AbsenceFact[];
  readonly activity: readonly ActivityFact[];
  /** Absence as it was known at the instants of earlier releases. */
  readonly absenceThen: ReadonlyMap<string, readonly AbsenceFact[]>;
}

interface Placed {
  readonly workplace: string;
  readonly month: string;
}

const byAtom = <Fact extends Placed>(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> => {
  const placed = new Map<string, Fact[]>();
  for (const fact of facts) {
    const atom = atomOf(fact.workplace, fact.month);
    const there = placed.get(atom);
    if (there) there.push(fact);
    else placed.set(atom, [fact]);
  }
  return placed;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What was read of the workplaces, ready to be asked about any set of workplaces and months. */
export class ReportFacts {
  private readonly exposures: ReadonlyMap<string, readonly ExposureFact[]>;
  private readonly persons: ReadonlyMap<string, readonly { readonly person: string }[]>;
  private readonly absences: ReadonlyMap<string, readonly AbsenceFact[]>;
  private readonly absencesThen: ReadonlyMap<string, ReadonlyMap<string, readonly AbsenceFact[]>>;
  private readonly activities: ReadonlyMap<string, readonly ActivityFact[]>;

  constructor(facts: AllFacts) {
    this.exposures = byAtom(facts.exposure);
    this.persons = byAtom(
      facts.presence.flatMap(({ workplace, person, months }) =>
        months.map((month) => ({ workplace, month, person })),
      ),
    );
    this.absences = byAtom(facts.absence);
    this.absencesThen = new Map([...facts.absenceThen].map(([readAt, then]) => [readAt, byAtom(then)]));
    this.activities = byAtom(facts.activity);
  }

  /** What the measures of the product are made of; what no figure of a report asks for stays 0. */
  together(atoms: Atoms): Facts {
    const exposed = [...atoms].flatMap((atom) => this.exposures.get(atom) ?? []);
    const absent = [...atoms].flatMap((atom) => this.absences.get(atom) ?? []);
    const days = {
      shortDays: sum(absent.map((fact) => fact.shortDays)),
      mediumDays: sum(absent.map((fact) => fact.mediumDays)),
      longDays: sum(absent.map((fact) => fact.longDays)),
    };
    return {
      employedDays: sum(exposed.map((fact) => fact.employedDays)),
      fteDays: sum(exposed.map((fact) => fact.fteDays)),
      possibleDays: sum(exposed.map((fact) => fact.possibleDays)),
      absenceDays: days.shortDays + days.mediumDays + days.longDays,
      ...days,
      injuryDays: 0,
      spellsBegun: sum(absent.map((fact) => fact.begun)),
      spellsEnded: sum(absent.map((fact) => fact.ended)),
      endedCalendarDays: 0,
    };
  }

  /** Who stands behind a quantity, by what is known now or was known at an earlier release. */
  footprint(quantity: AbsenceQuantity, atoms: Atoms, knownAt?: string): Footprint {
    const absences =
      knownAt === undefined
        ? this.absences
        : (this.absencesThen.get(knownAt) ?? new Map<string, readonly AbsenceFact[]>());
    const found = [...atoms].flatMap((atom) => absences.get(atom) ?? []);
    const amounts = QUANTITIES[quantity].map((amountOf) => {
      const held = new Map<string, number>();
      for (const fact of found) held.set(fact.person, (held.get(fact.person) ?? 0) + amountOf(fact));
      return held;
    });
    return {
      persons: new Set(
        [...atoms].flatMap((atom) => this.persons.get(atom) ?? []).map(({ person }) => person),
      ),
      amounts,
    };
  }

  /** The sums of a quantity. */
  amounts(quantity: AbsenceQuantity, atoms: Atoms): number[] {
    return this.footprint(quantity, atoms).amounts.map((held) => sum([...held.values()]));
  }

  count(activity: Activity, atoms: Atoms): number {
    const found = [...atoms].flatMap((atom) => this.activities.get(atom) ?? []);
    return sum(found.filter((fact) => fact.activity === activity).map((fact) => fact.count));
  }
}
