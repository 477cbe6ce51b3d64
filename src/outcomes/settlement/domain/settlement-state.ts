/** How a settlement goes on. Nothing goes back: one that is wrong is withdrawn before it is signed, corrected after. */
export const SETTLEMENT_STATES = ['draft', 'commented', 'approved', 'signed', 'sent', 'withdrawn'] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

export const SETTLEMENT_STEPS = ['comment', 'approve', 'sign', 'send', 'withdraw'] as const;
export type SettlementStep = (typeof SETTLEMENT_STEPS)[number];

const FROM: Readonly<Record<SettlementStep, readonly SettlementState[]>> = {
  comment: ['draft'],
  approve: ['commented'],
  sign: ['approved'],
  send: ['signed'],
  withdraw: ['draft', 'commented', 'approved'],
};

const TO: Readonly<Record<SettlementStep, SettlementState>> = {
  comment: 'commented',
  approve: 'approved',
  sign: 'signed',
  send: 'sent',
  withdraw: 'withdrawn',
};

/** A hat that speaks for a party. */
export interface Signatory {
  readonly hatId: string;
  /** One for all hats of a person. */
  readonly person: string;
  readonly partyId: string;
  readonly role: string;
}

export type StepFault =
  'not-now' | 'provider-comments' | 'same-hands' | 'same-party' | 'paid-party-alone' | 'no-party';

/** Who is paid does not settle alone, nor with another who is paid. */
const PAID: readonly string[] = ['provider', 'investor'];

const faultOfSecond = (by: Signatory, approved: Signatory): StepFault | null => {
  if (approved.person === by.person) return 'same-hands';
  if (approved.partyId === by.partyId) return 'same-party';
  return PAID.includes(by.role) && PAID.includes(approved.role) ? 'paid-party-alone' : null;
};

/**
 * Whether a member may take a step now: comments are the provider's; who signs is another person of another party than
 * who approved, and one of the two pays.
 */
export const faultOfStep = (
  step: SettlementStep,
  state: SettlementState,
  by: Signatory | null,
  approved: Signatory | null,
): StepFault | null => {
  if (!FROM[step].includes(state)) return 'not-now';
  if (!by) return 'no-party';
  if (step === 'comment') return by.role === 'provider' ? null : 'provider-comments';
  if (step === 'sign') return approved ? faultOfSecond(by, approved) : 'not-now';
  return null;
};

export const afterStep = (step: SettlementStep): SettlementState => TO[step];
