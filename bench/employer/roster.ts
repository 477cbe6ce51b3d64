import { dayNumber, FIRST_DAY, TODAY } from './days.js';
import { between, draws } from './draws.js';

const TEAM_SIZE = 55;
const TEAMS_A_WORKPLACE = 10;
const WORKPLACES_AN_AREA = 20;

const SEQUENCES = { tenant: 0, unit: 1, person: 2, employment: 3, import: 4 } as const;

/** 2025-01-01, in milliseconds. */
const BEGAN = 1_735_689_600_000;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/**
 * Ids as the database makes them (version 7), ten a millisecond: the instant, its fraction, and chance. Ids that
 * differed in their last digits only would be one and the same to the index that refuses overlaps.
 */
export const idOf = (sequence: keyof typeof SEQUENCES, number: number): string => {
  const draw = draws(number * 8 + SEQUENCES[sequence]);
  const instant = hex(BEGAN + SEQUENCES[sequence] * 10_000_000 + Math.floor(number / 10), 12);
  const fraction = hex((number % 10) * 400, 3);
  const chance = hex(between(draw, 0, 0xffffffff), 8) + hex(between(draw, 0, 0xffff), 4);
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${fraction}-8000-${chance}`;
};

export const TENANT_ID = idOf('tenant', 1);

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: 'workplace' | 'department' | 'team';
  /** From the top down to itself. */
  readonly path: readonly string[];
}

/** Some 2,000 units for 100,000 employees: areas of workplaces of teams. */
export const unitsFor = (employees: number): Unit[] => {
  const teams = Math.ceil(employees / TEAM_SIZE);
  return Array.from({ length: teams }, (_, team) => lineOf(team)).flatMap((line, team) =>
    line.slice(
      team % (TEAMS_A_WORKPLACE * WORKPLACES_AN_AREA) === 0 ? 0 : team % TEAMS_A_WORKPLACE === 0 ? 1 : 2,
    ),
  );
};

/** A team below its workplace below its area. */
const lineOf = (team: number): Unit[] => {
  const workplace = Math.floor(team / TEAMS_A_WORKPLACE);
  const area = Math.floor(workplace / WORKPLACES_AN_AREA);
  const ids = [idOf('unit', 2_000_000 + area), idOf('unit', 1_000_000 + workplace), idOf('unit', team)];
  const [areaId = '', workplaceId = '', teamId = ''] = ids;
  return [
    { id: areaId, name: `Forvaltning ${area + 1}`, kind: 'department', path: [areaId] },
    {
      id: workplaceId,
      name: `Arbejdsplads ${workplace + 1}`,
      kind: 'workplace',
      path: [areaId, workplaceId],
    },
    { id: teamId, name: `Team ${team + 1}`, kind: 'team', path: ids },
  ];
};

export interface Employment {
  readonly number: string;
  readonly employmentId: string;
  readonly personId: string;
  readonly unitId: string;
  /** Where the employee works since a day, for those who have moved. */
  readonly moved: { readonly unitId: string; readonly on: number } | null;
  readonly managerId: string;
  readonly weeklyHours: number;
  readonly from: number;
  readonly to: number | null;
}

const HOURS = [37, 37, 37, 37, 32, 30, 28.5, 20];
const first = dayNumber(FIRST_DAY);
const today = dayNumber(TODAY);

/** The employment of the nth employee, the same in every run: seven of ten there from before, one of seven left since. */
export const employmentOf = (index: number, employees: number): Employment => {
  const draw = draws(index);
  const team = Math.floor(index / TEAM_SIZE);
  const from = draw() < 0.7 ? first - between(draw, 0, 6_000) : between(draw, first, today - 400);
  const leaves = draw() < 0.15 ? between(draw, Math.max(from, first) + 365, today + 400) : null;
  const to = leaves !== null && leaves < today ? leaves : null;
  const movedOn = Math.max(from, first) + between(draw, 30, 330);
  const elsewhere = between(draw, 0, Math.ceil(employees / TEAM_SIZE) - 1);
  return {
    number: String(index + 1).padStart(6, '0'),
    employmentId: idOf('employment', index),
    personId: idOf('person', index),
    unitId: idOf('unit', team),
    moved: draw() < 0.1 ? { unitId: idOf('unit', elsewhere), on: movedOn } : null,
    managerId: idOf('person', team * TEAM_SIZE),
    weeklyHours: HOURS[between(draw, 0, HOURS.length - 1)] ?? 37,
    from,
    to,
  };
};
