import { localDate } from '../../shared/local-date.js';
import { remindedUntil } from './reminder.js';

describe('a step is reminded of', () => {
  it.each([
    ['2026-03-11', '2026-03-16', 'on Wednesday until Monday'],
    ['2026-03-14', '2026-03-18', 'on Saturday until Wednesday'],
    ['2026-04-01', '2026-04-09', 'over Easter until the Thursday after it'],
  ])('from %s until %s: %s', (today, until) => expect(remindedUntil(localDate(today))).toBe(until));
});
