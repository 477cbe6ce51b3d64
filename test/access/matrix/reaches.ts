import type { Role } from '../../../src/access/index.js';
import type { Position } from '../world/world.js';

export type Outcome =
  /** Done, or a fault in what was asked: neither unknown nor refused. */
  | 'allowed'
  /** As if it were not there: 404. */
  | 'absent'
  /** A list without anything in it. */
  | 'empty';

export const REACHES = {
  /** A whole employer: every unit of its own, nothing of another. */
  employer: { own: 'allowed', otherUnit: 'allowed', otherTenant: 'absent', otherPartnership: 'absent' },
  /** Own team or mandated units only. */
  units: { own: 'allowed', otherUnit: 'absent', otherTenant: 'absent', otherPartnership: 'absent' },
  /** Those of the own provider, or of the own party of a partnership. */
  circle: { own: 'allowed', otherUnit: 'absent', otherTenant: 'absent', otherPartnership: 'absent' },
  /** The hat's one partnership. */
  partnership: { own: 'allowed', otherUnit: 'absent', otherTenant: 'absent', otherPartnership: 'absent' },
  /** A list under a thing: what is out of reach filters everything away. */
  employerList: { own: 'allowed', otherUnit: 'allowed', otherTenant: 'empty', otherPartnership: 'empty' },
  unitsList: { own: 'allowed', otherUnit: 'empty', otherTenant: 'empty', otherPartnership: 'empty' },
  /** What a line manager has to name a unit for: without one it is as if there were nothing. */
  namedUnit: { own: 'absent', otherUnit: 'absent', otherTenant: 'absent', otherPartnership: 'absent' },
  /** A route without an id: the hat itself says what it is about. */
  itself: { own: 'allowed', otherUnit: 'allowed', otherTenant: 'allowed', otherPartnership: 'allowed' },
} as const satisfies Record<string, Record<Position, Outcome>>;
export type Reach = keyof typeof REACHES;

/** Anybody, anybody signed in, or roles under their reach. */
export type Row =
  | 'public'
  | 'signed-in'
  /** A person's own way in, which a machine has none of: it meets 404 whatever its role. */
  | 'own-session'
  | Readonly<Partial<Record<Reach, readonly Role[]>>>;
