import { localDate } from '../../shared/local-date.js';
import { actsOn, contactFault, type ContactMade, type ContactSetting } from './contact.js';

const day = localDate;
const made = (changes: Partial<ContactMade> = {}): ContactMade => ({
  kind: 'line-manager',
  heldOn: day('2026-03-09'),
  reached: true,
  employeeAgreedOn: null,
  ...changes,
});
const by = (changes: Partial<ContactSetting> = {}): ContactSetting => ({
  role: 'retention-consultant',
  today: day('2026-03-09'),
  managerReached: false,
  subject: 'person',
  ...changes,
});

describe('recording a contact (definitions 4.4, 4.5)', () => {
  it.each<[string, Partial<ContactMade>, Partial<ContactSetting>, string | null]>([
    ['a consultant reaches the line manager', {}, {}, null],
    ['before it happened', { heldOn: day('2026-03-10') }, {}, 'in-the-future'],
    [
      'a consultant goes to the employee first',
      { kind: 'employee', employeeAgreedOn: day('2026-03-08') },
      {},
      'line-manager-first',
    ],
    [
      'and after the line manager',
      { kind: 'employee', employeeAgreedOn: day('2026-03-08') },
      { managerReached: true },
      null,
    ],
    ['without the employee’s yes', { kind: 'employee' }, { managerReached: true }, 'not-agreed'],
    [
      'with a yes of the day after',
      { kind: 'employee', employeeAgreedOn: day('2026-03-10') },
      { managerReached: true },
      'agreed-after',
    ],
    ['a conversation before the line manager', { kind: 'conversation' }, {}, 'line-manager-first'],
    ['the line manager’s own conversation', { kind: 'conversation' }, { role: 'line-manager' }, null],
    [
      'a consultant records the talk of § 7 a',
      { kind: 'section-7a-talk' },
      { managerReached: true },
      'employers-duty',
    ],
    [
      'a team lead does',
      { kind: 'section-7a-talk' },
      { role: 'team-lead', managerReached: true },
      'employers-duty',
    ],
    ['human resources do', { kind: 'section-7a-talk' }, { role: 'hr-manager' }, null],
    ['the line manager does', { kind: 'section-7a-talk' }, { role: 'line-manager' }, null],
    ['a consultant notifies the municipality', { kind: 'section-40-notification' }, {}, 'employers-duty'],
    ['a visit to a unit', { kind: 'visit' }, { subject: 'unit' }, null],
    [
      'a conversation in a case about a unit',
      { kind: 'conversation' },
      { subject: 'unit', role: 'hr-manager' },
      'other-subject',
    ],
  ])('%s', (_, contact, setting, code) => {
    expect(contactFault(made(contact), by(setting))?.code ?? null).toBe(code);
  });

  it.each([
    ['contact-day-5', 'line-manager', true, true],
    ['contact-day-5', 'line-manager', false, false],
    ['days-15-in-365', 'section-7a-talk', true, true],
    ['section-7a-talk', 'line-manager', true, false],
    ['section-7a-talk', 'section-7a-talk', true, true],
    ['section-7a-talk', 'section-7a-talk', false, false],
    ['section-40-notification', 'section-7a-talk', true, false],
  ] as const)('settles %s by %s (reached: %s): %s', (rule, kind, reached, settled) => {
    expect(actsOn(rule, { kind, reached })).toBe(settled);
  });
});
