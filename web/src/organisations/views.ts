import type { Figure, MonthFigure, OpenSpell, KnownUntil } from '../absence/views';

export type UnitKind = 'employer' | 'workplace' | 'department' | 'team';

export type UnitNode = { id: string; name: string; kind: UnitKind; employees: number; children: UnitNode[] };

/** A unit among its siblings, with its figures of the period. */
export type UnitRow = {
  id: string;
  name: string;
  kind: UnitKind;
  employees: number;
  absenceRate: Figure;
  daysPerFte: Figure;
  spellsPerPersonYear: Figure;
  openSpells: number;
};

export type UnitPerson = {
  id: string;
  name: string;
  employeeNumber: string;
  jobGroup: string | null;
  absentSince: string | null;
  spells12Months: number;
  days12Months: number;
};

export type UnitView = {
  id: string;
  name: string;
  kind: UnitKind;
  path: { id: string; name: string }[];
  managerName: string | null;
  knownUntil: KnownUntil[];
  period: { from: string; to: string };
  tiles: UnitTiles;
  months: MonthFigure[];
  children: UnitRow[];
  openSpells: OpenSpell[];
  abilities: string[];
};

export type UnitTiles = {
  employees: Figure;
  absenceRate: Figure;
  daysPerFte: Figure;
  spellsPerPersonYear: Figure;
  openSpells: Figure;
};
