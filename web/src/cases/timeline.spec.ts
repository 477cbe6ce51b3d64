import { timelineOf } from './timeline';
import type { CaseView } from './views';

const view: CaseView = {
  id: 'c',
  subject: 'person',
  personId: 'p',
  personName: 'P',
  unitId: 'u',
  unitName: 'U',
  state: 'open',
  openedOn: '2026-11-02',
  ownerId: 'k',
  ownerName: 'K',
  nextStepOn: null,
  closedOn: null,
  outcome: null,
  theme: '',
  measures: [],
  environmentGroupInformedOn: null,
  contacts: [
    {
      id: 'contact',
      kind: 'line-manager',
      heldOn: '2026-11-03',
      reached: true,
      employeeAgreedOn: null,
      hours: null,
      agreement: null,
      nextStep: null,
      recordedAt: '2026-11-03T09:00:00Z',
      recordedBy: 'K',
    },
  ],
  referrals: [
    { id: 'referral', specialist: 'physiotherapist', askedOn: '2026-11-04', heldOn: null, waitingDays: null },
  ],
  followUps: [
    { id: 'late', dueOn: '2026-11-10', doneOn: null },
    { id: 'coming', dueOn: '2026-12-01', doneOn: null },
    { id: 'done', dueOn: '2026-11-20', doneOn: '2026-11-06' },
  ],
  signals: [
    {
      id: 'frequent',
      rule: 'spells-3-in-183-days',
      raisedOn: '2026-11-01',
      dueOn: '2026-11-08',
      withdrawn: false,
    },
    { id: 'talk', rule: 'section-7a-talk', raisedOn: '2026-11-16', dueOn: '2026-11-30', withdrawn: false },
    { id: 'gone', rule: 'contact-day-1', raisedOn: '2026-11-01', dueOn: '2026-11-02', withdrawn: true },
  ],
  mayReopen: false,
  abilities: [],
};

describe('timelineOf', () => {
  it('puts signals, plans and deeds in the order of their days, without what was withdrawn', () => {
    expect(timelineOf(view, '2026-11-22').map(({ key, state }) => [key, state])).toEqual([
      ['frequent', 'passed'],
      ['opened', 'done'],
      ['contact', 'done'],
      ['referral', 'planned'],
      ['done', 'done'],
      ['late', 'overdue'],
      ['talk', 'planned'],
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
