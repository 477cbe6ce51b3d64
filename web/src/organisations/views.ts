import type { Views } from '../api/client';
import type { Figure, KnownUntil, MonthFigure, OpenSpell } from '../absence/views';

export type UnitNode = Views['UnitNode'];
export type UnitTree = Views['UnitTreeView'];
export type UnitKind = Views['UnitKind'];
export type UnitView = Views['UnitView'];

/** A unit among its siblings, with its figures of the period. */
export type UnitRow = {
  id: string;
  name: string;
  employees: number;
  absenceRate: Figure;
  daysPerFte: Figure;
  spellsPerPersonYear: Figure;
  openSpells: number;
};

export type UnitTiles = {
  employees: Figure;
  absenceRate: Figure;
  daysPerFte: Figure;
  spellsPerPersonYear: Figure;
  openSpells: Figure;
};

export type UnitFigures = {
  knownUntil: KnownUntil[];
  period: { from: string; to: string };
  tiles: UnitTiles;
  months: MonthFigure[];
  children: UnitRow[];
  openSpells: OpenSpell[];
  abilities: string[];
};
