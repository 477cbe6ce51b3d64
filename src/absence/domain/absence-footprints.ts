import { atomOf, type Atoms, type Footprint } from '../../disclosure/index.js';

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
  /** Dagsværk of the first thirty calendar days of each spell. */
  readonly cutDays: number;
  /** 1 where a spell came to its thirty-first day. */
  readonly grown: number;
}

type AmountOf = (fact: AbsenceFact) => number;

const daysOf: AmountOf = ({ shortDays, mediumDays, longDays }) => shortDays + mediumDays + longDays;

/**
 * What figures are made of, and by what the release ledger keeps them apart. Days cut at thirty and the days after are
 * one: whoever knows all days knows the latter too.
 */
const QUANTITIES = {
  'absence-days': [daysOf],
  'spells-ended': [({ ended }) => ended],
  'spells-begun': [({ begun }) => begun],
  'days-by-length': [
    ({ shortDays }) => shortDays,
    ({ mediumDays }) => mediumDays,
    ({ longDays }) => longDays,
  ],
  'days-cut-at-30': [({ cutDays }) => cutDays, (fact) => daysOf(fact) - fact.cutDays],
  'long-spells': [({ grown }) => grown],
} as const satisfies Readonly<Record<string, readonly AmountOf[]>>;

export type HeldQuantity = keyof typeof QUANTITIES;

const NOTHING: ReadonlyMap<string, readonly AbsenceFact[]> = new Map();

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

/** Who stands behind figures of any workplaces and months, as the output policy asks it. */
export class AbsenceFootprints {
  private readonly persons: ReadonlyMap<string, readonly { readonly person: string }[]>;
  private readonly now: ReadonlyMap<string, readonly AbsenceFact[]>;
  private readonly then: ReadonlyMap<string, ReadonlyMap<string, readonly AbsenceFact[]>>;

  /** @param then absence as it was known at the instants of earlier releases */
  constructor(
    presence: readonly PresenceFact[],
    absence: readonly AbsenceFact[],
    then: ReadonlyMap<string, readonly AbsenceFact[]> = new Map(),
  ) {
    this.persons = byAtom(
      presence.flatMap(({ workplace, person, months }) =>
        months.map((month) => ({ workplace, month, person })),
      ),
    );
    this.now = byAtom(absence);
    this.then = new Map([...then].map(([readAt, facts]) => [readAt, byAtom(facts)]));
  }

  /** The absence in some workplaces and months. */
  absence(atoms: Atoms, knownAt?: string): AbsenceFact[] {
    const known = knownAt === undefined ? this.now : (this.then.get(knownAt) ?? NOTHING);
    return [...atoms].flatMap((atom) => known.get(atom) ?? []);
  }

  footprint(quantity: HeldQuantity, atoms: Atoms, knownAt?: string): Footprint {
    const found = this.absence(atoms, knownAt);
    const amounts = QUANTITIES[quantity].map((amountOf: AmountOf) => {
      const held = new Map<string, number>();
      for (const fact of found) held.set(fact.person, (held.get(fact.person) ?? 0) + amountOf(fact));
      return held;
    });
    const there = [...atoms].flatMap((atom) => this.persons.get(atom) ?? []);
    return { persons: new Set(there.map(({ person }) => person)), amounts };
  }
}
