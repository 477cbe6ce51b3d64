import {
  isProvisional,
  lastCompleteMonth,
  measuresOf,
  together,
  type Facts,
} from '../../../absence/index.js';
import {
  atomOf,
  decideAbsence,
  unitFamily,
  type Atoms,
  type DisclosureLimits,
  type Footprint,
  type Reason,
} from '../../../disclosure/index.js';
import { addMonths, localDate, type LocalDate } from '../../../shared/local-date.js';

/** A year of one person at a workplace: days and spells of absence, none of them where there were none. */
export interface PersonYear {
  readonly workplaceId: string;
  readonly personId: string;
  readonly days: number;
  readonly spells: number;
}

export interface WorkplaceFacts extends Facts {
  readonly unitId: string | null;
}

export interface ApvAbsenceCell {
  /** Null for the whole workplace. */
  readonly unitId: string | null;
  readonly name: string;
  readonly reason: Reason | null;
  readonly absenceRate: number | null;
  readonly daysPerFte: number | null;
  readonly spellsPerPersonYear: number | null;
  readonly shortShare: number | null;
  readonly longShare: number | null;
}

export interface ApvAbsenceYear {
  readonly year: number;
  /** The last day that all sources had told of; null where one had not told of any. */
  readonly knownUntil: LocalDate | null;
  /** By their first day. */
  readonly provisionalMonths: readonly LocalDate[];
  readonly cells: readonly ApvAbsenceCell[];
}

/** With more workplaces than this only the whole is told: such a table is a matter for reports. */
const MOST_WORKPLACES = 100;
const WHOLE = 'whole';

interface YearGround {
  readonly year: number;
  readonly people: readonly PersonYear[];
  readonly facts: readonly WorkplaceFacts[];
  readonly names: ReadonlyMap<string, string>;
  readonly limits: DisclosureLimits;
  readonly knownUntil: LocalDate | null;
  readonly today: LocalDate;
}

const footprintsOf = (people: readonly PersonYear[], month: string) => {
  const byAtom = new Map<string, PersonYear[]>();
  for (const one of people) {
    const atom = atomOf(one.workplaceId, month);
    byAtom.set(atom, [...(byAtom.get(atom) ?? []), one]);
  }
  return (atoms: Atoms): Footprint => {
    const found = [...atoms].flatMap((atom) => byAtom.get(atom) ?? []);
    const held = (amountOf: (one: PersonYear) => number) => {
      const amounts = new Map<string, number>();
      for (const one of found) amounts.set(one.personId, (amounts.get(one.personId) ?? 0) + amountOf(one));
      return amounts;
    };
    return {
      persons: new Set(found.map(({ personId }) => personId)).size,
      amounts: [held(({ days }) => days), held(({ spells }) => spells)],
    };
  };
};

const NO_FIGURES = {
  absenceRate: null,
  daysPerFte: null,
  spellsPerPersonYear: null,
  shortShare: null,
  longShare: null,
} as const;

const figuresOf = (facts: Facts, year: number) => {
  const period = { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
  const measures = measuresOf(facts, period);
  return {
    absenceRate: measures.absenceRate.value,
    daysPerFte: measures.daysPerFte.value,
    spellsPerPersonYear: measures.spellsBegunPerPersonYear.value,
    shortShare: measures.shortShare.value,
    longShare: measures.longShare.value,
  };
};

const provisionalMonthsOf = ({ year, knownUntil, today }: YearGround): LocalDate[] => {
  const last = lastCompleteMonth(knownUntil, today);
  const months = Array.from({ length: 12 }, (_, month) => addMonths(localDate(`${year}-01-01`), month));
  return months.filter((month) => isProvisional(month, last));
};

/** Total absence of a year, of the whole and by workplace, as far as the output policy lets it be told (definitions 6.1). */
export const apvAbsenceOf = (ground: YearGround): ApvAbsenceYear => {
  const { year, people, facts, names, limits, knownUntil } = ground;
  const month = `${year}-01-01`;
  const ids = [...new Set(people.map(({ workplaceId }) => workplaceId))].sort();
  const told = ids.length > 1 && ids.length <= MOST_WORKPLACES ? ids : [];
  const root = unitFamily(WHOLE, ids, [month], told);
  const decisions = decideAbsence(footprintsOf(people, month), { root, limits, earlier: [] });
  const cell = (key: string, unitId: string | null, of: readonly WorkplaceFacts[]): ApvAbsenceCell => {
    const reason = decisions.get(key) ?? null;
    const name = unitId === null ? '' : (names.get(unitId) ?? '');
    return { unitId, name, reason, ...(reason === null ? figuresOf(together(of), year) : NO_FIGURES) };
  };
  const cells = told
    .map((id) =>
      cell(
        id,
        id,
        facts.filter(({ unitId }) => unitId === id),
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  return {
    year,
    knownUntil,
    provisionalMonths: provisionalMonthsOf(ground),
    cells: [cell(WHOLE, null, facts), ...cells],
  };
};
