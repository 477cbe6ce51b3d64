import type { LocalDate } from '../../shared/local-date.js';
import type { Day, WorkingCalendar } from './calendar.js';
import type { TradeName } from './trades.js';

/** What to simulate. The same options always give the same simulation. */
export interface SimulationOptions {
  readonly seed: number;
  /** The last day of the last month: "today" of the demonstration. */
  readonly endOn: LocalDate;
  /** Positions in all; about as many are filled on any day. Default 1,200. */
  readonly employees?: number;
  /** Calendar months, the last one up to `endOn`. Default 48. */
  readonly months?: number;
  /** True relative change of the number of sickness spells in the partnership's workplaces, from -1 to 0. Default -0.08. */
  readonly effect?: number;
}

export type Sector = 'municipal' | 'private';

export interface SimulatedEmployer {
  readonly index: number;
  readonly slug: string;
  readonly name: string;
  readonly sector: Sector;
  readonly workplaces: readonly SimulatedWorkplace[];
}

export interface SimulatedWorkplace {
  readonly name: string;
  readonly trade: TradeName;
  readonly inPartnership: boolean;
  readonly teams: readonly SimulatedTeam[];
}

export interface SimulatedTeam {
  /** Index among all teams of the simulation. */
  readonly index: number;
  readonly employer: number;
  readonly name: string;
  /** `Workplace/Team`, as payroll files write it. */
  readonly path: string;
  readonly trade: TradeName;
  readonly inPartnership: boolean;
  readonly isHead: boolean;
  /** The workplace's first team: its leader is the leader of the other teams' leaders. */
  readonly headTeam: number;
  readonly positions: number;
  /** Sickness spells per person-year at risk, before frailty, tenure and effect. */
  readonly spellRate: number;
}

/** Unit and hours from a day on. */
export interface Term {
  readonly from: Day;
  readonly team: number;
  readonly weeklyHours: number;
}

export interface SimulatedEmployment {
  /** Index in `Simulation.employments`. */
  readonly index: number;
  /** Stable across simulations of the same size and seed, whatever the effect. */
  readonly key: number;
  readonly employer: number;
  /** Tjenestenummer: five or six digits. */
  readonly number: string;
  readonly name: string;
  /** Only decides the first name and whether an absence can be pregnancy-related. */
  readonly isWoman: boolean;
  readonly title: string;
  readonly from: Day;
  /** Null while employed on the last simulated day. */
  readonly to: Day | null;
  /** The team this person leads, if any. */
  readonly leads: number | null;
  /** In order; the first begins with the employment. */
  readonly terms: readonly Term[];
}

export type Cause =
  'sickness' | 'work-injury' | 'section-56' | 'pregnancy-related' | 'child-first-day' | 'child-second-day';

/** A part of a spell with one degree of absence, in percent. */
export interface SpellStep {
  readonly from: Day;
  readonly degree: number;
}

export interface SimulatedSpell {
  /** Index in `Simulation.employments`. */
  readonly employment: number;
  readonly cause: Cause;
  readonly from: Day;
  /** The true last day; it may lie after the last simulated day, when nobody knows it yet. */
  readonly to: Day;
  /** In order; the first begins with the spell. */
  readonly steps: readonly SpellStep[];
}

export interface Simulation {
  readonly seed: number;
  readonly effect: number;
  readonly beginOn: LocalDate;
  readonly endOn: LocalDate;
  readonly partnershipOn: LocalDate;
  readonly begin: Day;
  readonly end: Day;
  readonly partnershipFrom: Day;
  readonly calendar: WorkingCalendar;
  readonly employers: readonly SimulatedEmployer[];
  readonly teams: readonly SimulatedTeam[];
  readonly employments: readonly SimulatedEmployment[];
  /** By employment, then by first day; an employment's spells never overlap. */
  readonly spells: readonly SimulatedSpell[];
}
