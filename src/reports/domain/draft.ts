import { isProvisional, lastCompleteMonth } from '../../absence/index.js';
import type { DisclosureLimits } from '../../disclosure/index.js';
import type { PartnershipTerms } from '../../partnerships/index.js';
import type { LocalDate } from '../../shared/local-date.js';
import { monthsOf, yearEarlier, type Period } from '../../shared/period.js';
import { figuresOf, trendOf, type Decided, type Figure, type Month } from './content.js';
import { decidePeriod, isActivityQuantity, type Grounds, type Released } from './decisions.js';
import type { ReportFacts } from './facts.js';
import { groupsOf, type Group, type GroupKind } from './group.js';
import { ledgerOf, type NewCell } from './ledger.js';

interface Employer {
  readonly recordedFrom: LocalDate | null;
  readonly liveFrom: LocalDate | null;
  readonly knownUntil: LocalDate | null;
  readonly readAt: string;
}

export interface DraftGrounds {
  readonly terms: PartnershipTerms;
  readonly period: Period;
  readonly today: LocalDate;
  readonly facts: ReportFacts;
  readonly employers: ReadonlyMap<string, Employer>;
  readonly limits: DisclosureLimits;
  readonly released: readonly Released[];
}

interface DraftGroup {
  readonly kind: GroupKind;
  readonly unitId: string | null;
  readonly name: string;
  readonly employer: string | null;
  readonly sector: PartnershipTerms['units'][number]['sector'] | null;
  readonly figures: Figure[];
}

/** What a report says, and what of it goes into the release ledger. */
export interface Draft {
  readonly content: {
    readonly partnership: string;
    readonly parties: string[];
    readonly comparison: Period | null;
    readonly knownUntil: LocalDate | null;
    readonly basis: 'calendar-imputed';
    readonly provisionalMonths: LocalDate[];
    readonly groups: DraftGroup[];
    readonly trend: Month[];
  };
  readonly cells: NewCell[];
  /** When the first employer was read. */
  readonly readAt: string;
}

type HasComparison = Decided['hasComparison'];

/** A group compares where every employer in it has recorded since the comparison period began (definitions 7.3). */
const comparisonOf = ({ terms, employers, period }: DraftGrounds): HasComparison => {
  const { from } = yearEarlier(period);
  return (group, of) => {
    const tenants = terms.units
      .filter((unit) => group.units.includes(unit.unitId))
      .map((unit) => unit.tenantId);
    const since = [...new Set(tenants)].map((tenantId) => {
      const employer = employers.get(tenantId);
      return of === 'absence' ? employer?.recordedFrom : employer?.liveFrom;
    });
    return since.length > 0 && since.every((day) => day != null && day <= from);
  };
};

const earliest = <Day extends string>(days: readonly (Day | null)[]): Day | null => {
  const known = days.filter((day): day is Day => day !== null).sort();
  return known.length === days.length ? (known[0] ?? null) : null;
};

const named = (group: Group, { terms }: DraftGrounds, figures: Figure[]): DraftGroup => {
  const [first] = terms.units.filter((unit) => group.units.includes(unit.unitId));
  const unit = group.kind === 'workplace' ? first : undefined;
  return {
    kind: group.kind,
    unitId: unit?.unitId ?? null,
    name: unit?.name ?? (group.kind === 'partnership' ? terms.name : ''),
    employer: unit?.employerName ?? null,
    sector: group.kind === 'partnership' ? null : (first?.sector ?? null),
    figures,
  };
};

type Printed = Grounds['printed'];

/** Absence of every group and activity of those in the partnership; a year earlier where there is a comparison. */
const printedIn = (
  groups: readonly Group[],
  hasComparison: HasComparison,
): { now: Printed; yearEarlier: Printed } => {
  const now: Printed = (quantity) =>
    groups.filter((group) => group.kind !== 'comparison' || !isActivityQuantity(quantity));
  const yearEarlierOf: Printed = (quantity) =>
    now(quantity).filter((group) =>
      hasComparison(group, isActivityQuantity(quantity) ? 'activity' : 'absence'),
    );
  return { now, yearEarlier: yearEarlierOf };
};

interface DecidedCells extends Decided {
  readonly cells: NewCell[];
}

/** Both periods decided, and what of them leaves the house. */
const decideBoth = (grounds: DraftGrounds, groups: readonly Group[]): DecidedCells => {
  const { facts, limits, released, period } = grounds;
  const before = yearEarlier(period);
  const hasComparison = comparisonOf(grounds);
  const printed = printedIn(groups, hasComparison);
  const now = decidePeriod({ facts, limits, released, printed: printed.now }, period);
  const then = decidePeriod({ facts, limits, released, printed: printed.yearEarlier }, before);
  const cells = [
    ...ledgerOf(printed.now, period, now, facts),
    ...ledgerOf(printed.yearEarlier, before, then, facts),
  ];
  return { facts, limits, period, now, yearEarlier: then, hasComparison, cells };
};

/** Decides what may be said of a period and its comparison, and says it. */
export const draftOf = (grounds: DraftGrounds): Draft => {
  const { terms, period, today } = grounds;
  const employers = [...grounds.employers.values()];
  const groups = groupsOf(terms.units);
  const decided = decideBoth(grounds, groups);
  const knownUntil = earliest(employers.map((employer) => employer.knownUntil));
  const lastComplete = lastCompleteMonth(knownUntil, today);
  const provisional = monthsOf(period).filter((month) => isProvisional(month, lastComplete));
  return {
    content: {
      partnership: terms.name,
      parties: [...terms.parties],
      comparison: groups.some((group) => decided.hasComparison(group, 'absence'))
        ? yearEarlier(period)
        : null,
      knownUntil,
      basis: 'calendar-imputed',
      provisionalMonths: provisional,
      groups: groups.map((group) => named(group, grounds, figuresOf(group, decided))),
      trend: trendOf(groups, new Set(provisional), decided),
    },
    cells: decided.cells,
    readAt: employers.map((employer) => employer.readAt).sort()[0] ?? '',
  };
};
