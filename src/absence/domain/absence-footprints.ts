import { atomOf, type Atoms, type Footprint, type Held, type Person } from '../../disclosure/index.js';

/** A person within one reading: the same number in every block of it, and nothing that says who. */
export type PersonNumber = number;

/** Who was employed at a workplace in a month. */
export interface PresenceFact {
  readonly workplace: string;
  /** Its first day. */
  readonly month: string;
  readonly persons: readonly PersonNumber[];
}

/** Absence at a workplace in a month, a place in every column for each person: dagsværk of 7.4 hours by length of spell, and spells. */
export interface AbsenceFact {
  readonly workplace: string;
  readonly month: string;
  readonly persons: readonly PersonNumber[];
  readonly shortDays: readonly number[];
  readonly mediumDays: readonly number[];
  readonly longDays: readonly number[];
  readonly begun: readonly number[];
  readonly ended: readonly number[];
  /** Dagsværk of the first thirty calendar days of each spell. */
  readonly cutDays: readonly number[];
  /** 1 where a spell came to its thirty-first day. */
  readonly grown: readonly number[];
}

export type AbsenceColumn = Exclude<keyof AbsenceFact, 'workplace' | 'month' | 'persons'>;

/** What is added and what is taken away for an amount. */
interface Amount {
  readonly of: readonly AbsenceColumn[];
  readonly less?: AbsenceColumn;
}

const DAYS = ['shortDays', 'mediumDays', 'longDays'] as const;

/**
 * What figures are made of, and by what the release ledger keeps them apart. Days cut at thirty and the days after are
 * one: whoever knows all days knows the latter too.
 */
const QUANTITIES = {
  'absence-days': [{ of: DAYS }],
  'spells-ended': [{ of: ['ended'] }],
  'spells-begun': [{ of: ['begun'] }],
  'days-by-length': DAYS.map((column) => ({ of: [column] })),
  'days-cut-at-30': [{ of: ['cutDays'] }, { of: DAYS, less: 'cutDays' }],
  'long-spells': [{ of: ['grown'] }],
} as const satisfies Readonly<Record<string, readonly Amount[]>>;

export type HeldQuantity = keyof typeof QUANTITIES;

/** Persons numbered from 0, so that what is known of each has its place in a list: there may be millions. */
type Numbered<Fact> = Omit<Fact, 'persons'> & { readonly persons: Int32Array };
type NumberedAbsence = Numbered<AbsenceFact>;

const NOTHING: ReadonlyMap<string, readonly NumberedAbsence[]> = new Map();

const numbering = (numbers: Map<PersonNumber, number>) => {
  const numberOf = (person: PersonNumber): number => {
    const known = numbers.get(person) ?? numbers.size;
    numbers.set(person, known);
    return known;
  };
  return <Fact extends { readonly persons: readonly PersonNumber[] }>(facts: readonly Fact[]) =>
    facts.map((fact): Numbered<Fact> => ({ ...fact, persons: Int32Array.from(fact.persons, numberOf) }));
};

/** Rows by the piece that they are of. */
export const byAtom = <Row extends { readonly workplace: string; readonly month: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => {
  const placed = new Map<string, Row[]>();
  for (const row of rows) {
    const atom = atomOf(row.workplace, row.month);
    const there = placed.get(atom);
    if (there) there.push(row);
    else placed.set(atom, [row]);
  }
  return placed;
};

const amountAt = (fact: NumberedAbsence, { of, less }: Amount, place: number): number =>
  of.reduce((sum, column) => sum + (fact[column][place] ?? 0), 0) - (less ? (fact[less][place] ?? 0) : 0);

/**
 * Adds up by person. The room that every person has is used again for each question, so that an answer costs those who
 * are in it: thousands of groups of a few hundred are asked about among millions.
 */
class PersonSums {
  /** In which question a person was met last, and in which place of its answer. */
  private readonly metIn: Int32Array;
  private readonly place: Int32Array;
  private question = 0;

  constructor(persons: number) {
    this.metIn = new Int32Array(persons);
    this.place = new Int32Array(persons);
  }

  /** How many different persons there are. */
  count(facts: readonly Numbered<unknown>[]): number {
    this.question += 1;
    let met = 0;
    for (const { persons } of facts)
      for (const person of persons) if (this.placed(person, met) === met) met += 1;
    return met;
  }

  held(facts: readonly NumberedAbsence[], amount: Amount): Held {
    this.question += 1;
    const [met, amounts]: [number[], number[]] = [[], []];
    for (const fact of facts)
      fact.persons.forEach((person, index) => {
        const place = this.placed(person, met.length);
        if (place === met.length) met.push(person);
        amounts[place] = (amounts[place] ?? 0) + amountAt(fact, amount, index);
      });
    // Only figures that were released before are asked about person by person.
    let byPerson: ReadonlyMap<Person, number> | undefined;
    const get = (person: Person): number | undefined => {
      byPerson ??= new Map(met.map((each, place) => [each, amounts[place] ?? 0]));
      return byPerson.get(person);
    };
    return { keys: () => met, values: () => amounts, get };
  }

  /** Where a person stands in the answer; whoever is met first, in the next place. */
  private placed(person: number, next: number): number {
    if (this.metIn[person] === this.question) return this.place[person] ?? next;
    this.metIn[person] = this.question;
    this.place[person] = next;
    return next;
  }
}

/** Who stands behind figures of any workplaces and months, as the output policy asks it. */
export class AbsenceFootprints {
  private readonly there: ReadonlyMap<string, readonly Numbered<PresenceFact>[]>;
  private readonly now: ReadonlyMap<string, readonly NumberedAbsence[]>;
  private readonly then: ReadonlyMap<string, ReadonlyMap<string, readonly NumberedAbsence[]>>;
  private readonly sums: PersonSums;

  /** @param then absence as it was known at the instants of earlier releases */
  constructor(
    presence: readonly PresenceFact[],
    absence: readonly AbsenceFact[],
    then: ReadonlyMap<string, readonly AbsenceFact[]> = new Map(),
  ) {
    const numbers = new Map<PersonNumber, number>();
    const numbered = numbering(numbers);
    this.there = byAtom(numbered(presence));
    this.now = byAtom(numbered(absence));
    this.then = new Map([...then].map(([readAt, facts]) => [readAt, byAtom(numbered(facts))]));
    this.sums = new PersonSums(numbers.size);
  }

  /** The absence in some workplaces and months. */
  absence(atoms: Atoms, knownAt?: string): NumberedAbsence[] {
    const known = knownAt === undefined ? this.now : (this.then.get(knownAt) ?? NOTHING);
    return [...atoms].flatMap((atom) => known.get(atom) ?? []);
  }

  footprint(quantity: HeldQuantity, atoms: Atoms, knownAt?: string): Footprint {
    const found = this.absence(atoms, knownAt);
    return {
      persons: this.sums.count([...atoms].flatMap((atom) => this.there.get(atom) ?? [])),
      amounts: QUANTITIES[quantity].map((amount: Amount) => this.sums.held(found, amount)),
    };
  }
}
