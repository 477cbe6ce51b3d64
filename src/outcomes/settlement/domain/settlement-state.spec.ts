import {
  afterStep,
  faultOfStep,
  SETTLEMENT_STATES,
  SETTLEMENT_STEPS,
  type Signatory,
} from './settlement-state.js';

const by = (person: string, partyId: string, role: string): Signatory => ({
  hatId: `${person} for ${partyId}`,
  person,
  partyId,
  role,
});
const provider = by('anna', 'falkeblik', 'provider');
const municipality = by('bo', 'havlund', 'municipality');
const insurer = by('carl', 'forsikring', 'insurer');

describe('a settlement', () => {
  it('goes from draft by the comments of who is paid, an approval and a signature to what is sent', () => {
    expect(faultOfStep('comment', 'draft', provider, null)).toBeNull();
    expect(faultOfStep('approve', 'commented', municipality, null)).toBeNull();
    expect(faultOfStep('sign', 'approved', insurer, municipality)).toBeNull();
    expect(faultOfStep('send', 'signed', insurer, municipality)).toBeNull();
    expect((['comment', 'approve', 'sign', 'send', 'withdraw'] as const).map(afterStep)).toEqual([
      'commented',
      'approved',
      'signed',
      'sent',
      'withdrawn',
    ]);
  });

  it('takes no step out of turn', () => {
    const allowed = SETTLEMENT_STEPS.flatMap((step) =>
      SETTLEMENT_STATES.filter((state) => faultOfStep(step, state, provider, municipality) !== 'not-now').map(
        (state) => `${step} ${state}`,
      ),
    );
    expect(allowed).toEqual([
      'comment draft',
      'approve commented',
      'sign approved',
      'send signed',
      'withdraw draft',
      'withdraw commented',
      'withdraw approved',
    ]);
  });

  it.each([
    ['comments of others than who is paid', 'comment', 'draft', municipality, null, 'provider-comments'],
    ['who approved it', 'sign', 'approved', municipality, municipality, 'same-hands'],
    [
      'a colleague of who approved it',
      'sign',
      'approved',
      by('dorte', 'havlund', 'payer'),
      municipality,
      'same-party',
    ],
    ['two who are paid', 'sign', 'approved', by('eva', 'fond', 'investor'), provider, 'paid-party-alone'],
    ['who speaks for no party', 'approve', 'commented', null, null, 'no-party'],
  ] as const)('is not settled by %s', (_, step, state, who, approved, fault) => {
    expect(faultOfStep(step, state, who, approved)).toBe(fault);
  });
});
