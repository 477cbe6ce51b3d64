import { localDate } from '../../../shared/local-date.js';
import { nextOf, planFault, stateOf, type RoundPlan } from './round.js';

const PLAN: RoundPlan = {
  kind: 'pulse',
  title: { da: 'Puls', en: 'Pulse' },
  everyWeeks: 4,
  opensOn: localDate('2026-03-02'),
  closesOn: localDate('2026-03-13'),
  unitIds: [],
  jobGroups: [],
  tenureFrom: null,
  tenureTo: null,
  channels: ['mail'],
  minimum: 5,
};

describe('a round', () => {
  it('of a pulse is followed by one of the same length, also across the change to summer time', () => {
    expect(nextOf(PLAN)).toEqual({ opensOn: '2026-03-30', closesOn: '2026-04-10' });
    expect(nextOf({ ...PLAN, kind: 'once', everyWeeks: null })).toBeNull();
  });

  it('is planned, open and then closed', () => {
    const at = new Date();
    expect(stateOf({ openedAt: null, closedAt: null })).toBe('planned');
    expect(stateOf({ openedAt: at, closedAt: null })).toBe('open');
    expect(stateOf({ openedAt: at, closedAt: at })).toBe('closed');
  });

  it.each<[string | null, Partial<RoundPlan>]>([
    [null, {}],
    ['closes-first', { closesOn: localDate('2026-03-01') }],
    ['every-weeks', { everyWeeks: null }],
    ['every-weeks', { kind: 'once' }],
    ['overlapping', { everyWeeks: 1 }],
    ['tenure', { tenureFrom: 6, tenureTo: 6 }],
    [null, { tenureFrom: 0, tenureTo: 6 }],
  ])('has the fault %s with %j', (fault, change) => expect(planFault({ ...PLAN, ...change })).toBe(fault));
});
