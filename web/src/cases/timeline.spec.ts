import { timelineOf } from './timeline';
import type { CaseView } from './views';

const view: CaseView = {
  id: 'c',
  subject: { kind: 'person', personId: 'p', personName: 'P', unitId: 'u', unitName: 'U' },
  state: 'open',
  openedOn: '2026-11-02',
  ownerName: 'K',
  nextStepOn: null,
  outcome: null,
  absenceDay: 20,
  theme: '',
  measures: '',
  environmentGroupInformedOn: null,
  contacts: [
    {
      id: 'contact',
      kind: 'line-manager',
      heldOn: '2026-11-03',
      reached: true,
      agreement: null,
      nextStep: null,
      employeeAgreedOn: null,
      recordedBy: 'K',
      recordedAt: '2026-11-03T09:00:00Z',
    },
  ],
  referrals: [
    { id: 'referral', specialist: 'physiotherapist', askedOn: '2026-11-04', heldOn: null, waitingDays: 18 },
  ],
  followUps: [
    { id: 'late', dueOn: '2026-11-10', doneOn: null },
    { id: 'coming', dueOn: '2026-12-01', doneOn: null },
    { id: 'done', dueOn: '2026-11-20', doneOn: '2026-11-06' },
  ],
  deadlines: [{ rule: 'section-7a-talk', on: '2026-11-30', passed: false, verified: true }],
  history: [],
  signals: [],
  closedOn: null,
  abilities: [],
};

describe('timelineOf', () => {
  it('puts deadlines, plans and deeds in the order of their days', () => {
    expect(timelineOf(view, '2026-11-22').map(({ key, state }) => [key, state])).toEqual([
      ['opened', 'done'],
      ['contact', 'done'],
      ['referral', 'planned'],
      ['done', 'done'],
      ['late', 'overdue'],
      ['law section-7a-talk', 'planned'],
      ['coming', 'planned'],
    ]);
  });

  it('is not overdue on the day itself', () => {
    const late = timelineOf(view, '2026-11-10').find(({ key }) => key === 'late');
    expect(late?.state).toBe('planned');
  });

  it('ends with the outcome of a closed case', () => {
    const closed = timelineOf({ ...view, closedOn: '2026-12-24', outcome: 'back-at-work' }, '2026-12-31');
    expect(closed.at(-1)).toMatchObject({ kind: 'closed', code: 'back-at-work', on: '2026-12-24' });
  });
});
