import { localDate } from '../../shared/local-date.js';
import { reasonsOfIntroductions } from './introduction-reasons.js';

const overdue = {
  kind: 'introduction-overdue',
  personId: 'ane',
  employmentId: 'a1',
  unitId: 'care',
  leaderPersonId: 'lone',
  count: 2,
  since: localDate('2026-03-02'),
  latest: localDate('2026-03-06'),
} as const;
const byLeader = { ...overdue, responsible: { role: 'leader', personId: 'lone' } } as const;
const byBuddy = {
  ...overdue,
  count: 1,
  since: localDate('2026-03-09'),
  latest: localDate('2026-03-09'),
  responsible: { role: 'buddy', personId: 'bo' },
} as const;
const byHr = { ...overdue, responsible: { role: 'hr', personId: null } } as const;

describe('the reasons of an introduction', () => {
  it('go to the leader, the buddy’s too, as one', () => {
    expect(reasonsOfIntroductions([byLeader, byBuddy], new Set(['lone']))).toEqual([
      {
        rule: 'introduction-overdue',
        personId: 'ane',
        employmentId: 'a1',
        unitId: 'care',
        responsible: 'line-manager',
        from: '2026-03-02',
        since: '2026-03-09',
        to: '2026-03-09',
        facts: { count: 3, spells: [] },
      },
    ]);
  });

  it('go to human resources where they are theirs, or where the leader has no worklist', () => {
    const told = (leaders: string[]) =>
      reasonsOfIntroductions([byLeader, byHr], new Set(leaders)).map(({ responsible, facts }) => [
        responsible,
        facts.count,
      ]);
    expect(told(['lone'])).toEqual([
      ['line-manager', 2],
      ['hr-manager', 2],
    ]);
    expect(told([])).toEqual([['hr-manager', 4]]);
  });
});
