import { localDate } from '../../../shared/local-date.js';
import { invitationMail, invitationMessage, writtenDay } from './invitation-words.js';

const TOLD = {
  title: { da: 'Trivsel i foråret', en: 'Wellbeing in spring' },
  employerName: 'Fjordby Kommune',
  closesOn: localDate('2026-03-13'),
  fingerprint: 'fedcba98765432100123456789abcdef',
  link: 'https://naervaer.example/svar#abc',
  again: false,
};

describe('an invitation', () => {
  it('says in both languages what it is about, until when, and the key', () => {
    const { subject, text } = invitationMail(TOLD);
    expect(subject).toBe('Trivsel i foråret / Wellbeing in spring');
    expect(text).toContain('hos Fjordby Kommune, senest 13. marts 2026');
    expect(text).toContain('by 13 March 2026');
    expect(text).toContain('https://naervaer.example/svar#abc');
    expect(text).toContain('fedc ba98 7654 3210 0123 4567 89ab cdef');
  });

  it('says so when it comes again', () => {
    expect(invitationMail({ ...TOLD, again: true }).subject).toBe(
      'Påmindelse: Trivsel i foråret / Reminder: Wellbeing in spring',
    );
    expect(invitationMessage({ ...TOLD, again: true })).toMatch(/^Påmindelse: /);
  });

  it('is short on a telephone', () => expect(invitationMessage(TOLD).length).toBeLessThan(160));

  it('writes a day as it is read', () => {
    expect(writtenDay(localDate('2026-12-01'), 'da')).toBe('1. december 2026');
    expect(writtenDay(localDate('2026-12-01'), 'en')).toBe('1 December 2026');
  });
});
