import { SIGHTS, type ContractContent, type PartyRole, type Sight } from './contract.js';

/** What a role's party sees until a contract says so. */
const UNTIL_AGREED: Readonly<Record<PartyRole, readonly Sight[]>> = {
  municipality: SIGHTS,
  employer: SIGHTS,
  provider: SIGHTS,
  payer: SIGHTS,
  investor: SIGHTS,
  insurer: SIGHTS,
  'pension-fund': SIGHTS,
  evaluator: ['figures', 'effect', 'minutes'],
  observer: ['figures', 'minutes'],
  'benefit-authority': ['figures', 'minutes'],
};

export const sightOfRole = (role: PartyRole): readonly Sight[] => UNTIL_AGREED[role];

/** The party that a member speaks for. */
export interface StandsFor {
  readonly partyId: string;
  readonly role: PartyRole;
}

/**
 * What a member may see: what the contract in force grants the party it speaks for, or before the first contract what
 * its role is granted. A member who speaks for no party, or for one that has left, sees none of it.
 */
export const sightOf = (inForce: ContractContent | null, member: StandsFor | null): ReadonlySet<Sight> => {
  if (!member) return new Set();
  if (!inForce) return new Set(sightOfRole(member.role));
  return new Set(inForce.parties.find((party) => party.id === member.partyId)?.sees ?? []);
};
