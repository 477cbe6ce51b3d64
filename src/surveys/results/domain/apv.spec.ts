import { localDate } from '../../../shared/local-date.js';
import { apvCycleOn, apvDue, missingPhases } from './apv.js';

const on = localDate;

describe('the cycle of workplace assessments', () => {
  it.each([
    [null, '2026-03-11', 'never', null],
    ['2023-03-11', '2026-03-11', 'soon', '2026-03-11'],
    ['2023-03-10', '2026-03-11', 'overdue', '2026-03-10'],
    ['2023-09-11', '2026-03-11', 'soon', '2026-09-11'],
    ['2023-09-12', '2026-03-11', 'in-time', '2026-09-12'],
    ['2024-02-29', '2026-03-11', 'in-time', '2027-02-28'],
  ] as const)('last %s, today %s: %s', (last, today, state, dueOn) => {
    expect(apvDue(last === null ? null : on(last), on(today))).toEqual({ state, dueOn });
  });

  it('reads the rule in force on the day', () => {
    const pack = apvCycleOn(on('2026-03-11'));
    const packs = [
      { ...pack, validTo: on('2026-12-31') },
      { ...pack, validFrom: on('2027-01-01'), months: 24 },
    ];
    expect(apvCycleOn(on('2026-12-31'), packs).months).toBe(36);
    expect(apvCycleOn(on('2027-01-01'), packs).months).toBe(24);
    expect(() => apvCycleOn(on('2026-01-01'), packs.slice(1))).toThrow('no rule');
  });

  it('knows which phases lack evidence', () => {
    expect(missingPhases(['mapping', 'absence'])).toEqual(['assessment', 'action-plan', 'follow-up']);
  });
});
