import { localDate } from '../../shared/local-date.js';
import { contactedInTime, timelinessOf, type ContactMade, type DueSignal } from './contacted-in-time.js';

const day = localDate;
const contact = (heldOn: string, recordedOn = heldOn, reached = true): ContactMade => ({
  heldOn: day(heldOn),
  recordedOn: day(recordedOn),
  reached,
});
/** Day 5 of a spell from Monday 2 March 2026, seen and due on Friday the 6th. */
const signal = (changes: Partial<DueSignal> = {}): DueSignal => ({
  raisedOn: day('2026-03-06'),
  dueOn: day('2026-03-06'),
  withdrawn: false,
  absentWhenDue: true,
  contacts: [],
  ...changes,
});

describe('contacted in time (definitions 4.6)', () => {
  it.each<[string, Partial<DueSignal>, string]>([
    ['reached on the due day', { contacts: [contact('2026-03-06')] }, 'in-time'],
    ['reached before it', { contacts: [contact('2026-03-05', '2026-03-06')] }, 'in-time'],
    [
      'reached, written down three working days later',
      { contacts: [contact('2026-03-06', '2026-03-11')] },
      'in-time',
    ],
    [
      'reached, written down four working days later',
      { contacts: [contact('2026-03-06', '2026-03-12')] },
      'recorded-late',
    ],
    ['reached the Monday after', { contacts: [contact('2026-03-09')] }, 'not-in-time'],
    ['only tried', { contacts: [contact('2026-03-06', '2026-03-06', false)] }, 'not-in-time'],
    ['nothing done', {}, 'not-in-time'],
    ['back at work by the due day', { absentWhenDue: false }, 'not-due'],
    ['a window rule, which asks for no absence', { absentWhenDue: null }, 'not-in-time'],
    ['withdrawn', { withdrawn: true, contacts: [contact('2026-03-06')] }, 'not-due'],
    [
      'learned on the Monday after',
      { raisedOn: day('2026-03-09'), contacts: [contact('2026-03-09')] },
      'learned-late',
    ],
    [
      'learned a day late, yet before the due day',
      { raisedOn: day('2026-03-08'), dueOn: day('2026-03-09'), contacts: [contact('2026-03-09')] },
      'in-time',
    ],
  ])('%s', (_, changes, timeliness) => {
    expect(timelinessOf(signal(changes))).toBe(timeliness);
  });

  it('counts numerator and denominator, and shows attempts and lateness apart', () => {
    const signals = [
      signal({ contacts: [contact('2026-03-06')] }),
      signal({ contacts: [contact('2026-03-05', '2026-03-06', false), contact('2026-03-06')] }),
      signal({ contacts: [contact('2026-03-06', '2026-03-12')] }),
      signal({ contacts: [contact('2026-03-06', '2026-03-06', false)] }),
      signal(),
      signal({ absentWhenDue: false }),
      signal({ withdrawn: true }),
      signal({ raisedOn: day('2026-03-20'), contacts: [contact('2026-03-20')] }),
    ];
    expect(contactedInTime(signals)).toEqual({
      numerator: 2,
      denominator: 5,
      attempted: 1,
      recordedLate: 1,
      learnedLate: 1,
    });
  });

  it('has a denominator of 0 where nothing was due', () => {
    expect(contactedInTime([])).toMatchObject({ numerator: 0, denominator: 0 });
  });
});
