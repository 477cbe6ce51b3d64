import { localDate } from '../../shared/local-date.js';
import { dueOn } from './due-day.js';
import { findRule, type Rule } from './rules.js';

const day = localDate;
const rule = (name: string): Rule => {
  const found = findRule(name);
  if (!found) throw new Error(name);
  return found;
};

describe('the due day (definitions 4.6)', () => {
  it.each([
    ['contact-day-1', '2026-03-02', '2026-03-02', 'a Monday'],
    ['contact-day-5', '2026-03-02', '2026-03-06', 'the Friday'],
    ['contact-day-14', '2026-03-02', '2026-03-16', 'Sunday 15 March, so the Monday'],
    ['contact-day-1', '2026-04-02', '2026-04-07', 'Maundy Thursday, so the Tuesday after Easter'],
    ['contact-day-1', '2025-12-24', '2025-12-24', 'Christmas Eve is no public holiday'],
  ])('of %s for a spell from %s is %s: %s', (name, firstOn, due) => {
    expect(dueOn(rule(name), day(firstOn), day(firstOn))).toBe(due);
  });

  it('of a window rule is seven calendar days after raising, whatever day that is', () => {
    expect(dueOn(rule('spells-3-in-183-days'), day('2025-11-01'), day('2026-03-01'))).toBe('2026-03-08');
    expect(dueOn(rule('days-15-in-365'), day('2025-11-01'), day('2026-12-25'))).toBe('2027-01-01');
  });

  it('of a legal deadline is the day of the statute', () => {
    expect(dueOn(rule('section-7a-talk'), day('2026-03-02'), day('2026-03-15'))).toBe('2026-03-30');
    expect(dueOn(rule('section-40-notification'), day('2026-03-02'), day('2026-03-25'))).toBe('2026-04-06');
  });
});
