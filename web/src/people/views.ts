import type { KnownUntil, SpellKind } from '../absence/views';
import type { SignalRow } from '../signals/views';
import type { CaseRow } from '../cases/views';

export type PersonHit = {
  id: string;
  name: string;
  employeeNumber: string;
  unitId: string;
  unitName: string;
};

export type EmploymentView = {
  id: string;
  unitId: string;
  unitName: string;
  managerName: string | null;
  jobGroup: string | null;
  weeklyHours: number;
  from: string;
  to: string | null;
};

export type SpellView = {
  id: string;
  employmentId: string;
  kind: SpellKind | null;
  firstOn: string;
  lastOn: string | null;
  days: number;
  /** Share of the working time absent; 1 is whole days. */
  degree: number;
  source: string;
  registeredOn: string | null;
  warning: string | null;
  abilities: string[];
};

export type PersonView = {
  id: string;
  name: string;
  employeeNumber: string;
  knownUntil: KnownUntil[];
  employments: EmploymentView[];
  spells: SpellView[];
  spells12Months: number;
  days12Months: number;
  signals: SignalRow[];
  cases: CaseRow[];
  abilities: string[];
};

export type SpellVersion = {
  version: number;
  kind: SpellKind | null;
  firstOn: string;
  lastOn: string | null;
  degree: number;
  source: string;
  recordedAt: string;
  recordedBy: string | null;
  /** What ended this version; null for the one that stands. */
  change: string | null;
  reason: string;
};
