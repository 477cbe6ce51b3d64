import { localDate } from '../../shared/local-date.js';
import type { SpellKind } from './kinds.js';
import { personAbsence, type RecordedRow } from './person-absence.js';
import type { Employed } from './spell.js';

const day = localDate;
const lasting: Employed = { from: day('2015-01-01'), to: null };
const row = (
  firstOn: string,
  lastOn: string | null,
  kind: SpellKind = 'own-sickness',
  employed: Employed = lasting,
): RecordedRow => ({
  firstOn: day(firstOn),
  lastOn: lastOn === null ? null : day(lastOn),
  kind,
  employed,
});
const today = day('2026-07-02');

describe('the absence of a person', () => {
  it('counts spells whose first day lies in (D − 183, D] (definitions 1.6)', () => {
    // 2 July − 183 days = 31 December: that day is out, the next is in.
    expect(personAbsence([row('2025-12-31', '2025-12-31')], today).spellsIn183Days).toBe(0);
    expect(personAbsence([row('2026-01-01', '2026-01-01')], today).spellsIn183Days).toBe(1);
    expect(personAbsence([row('2026-07-02', null), row('2026-07-04', null)], today).spellsIn183Days).toBe(1);
  });

  it('counts calendar days within [D − 364, D], running spells up to D (definitions 1.6)', () => {
    expect(personAbsence([row('2025-07-01', '2025-07-03')], today).daysIn365Days).toBe(1);
    expect(personAbsence([row('2026-06-29', null)], today).daysIn365Days).toBe(4);
  });

  it('counts neither pregnancy, work injury, section 56 nor children (definitions 1.3)', () => {
    const rows = (['pregnancy-related', 'work-injury', 'section-56', 'child-first-day'] as const).map(
      (kind, index) => row(`2026-06-0${index * 2 + 1}`, `2026-06-0${index * 2 + 1}`, kind),
    );
    expect(personAbsence(rows, today)).toMatchObject({ spellsIn183Days: 0, daysIn365Days: 0 });
  });

  it('takes rows that touch as one, also over two employments (definitions 1.2, 1.4)', () => {
    const first = { from: day('2020-01-01'), to: day('2026-06-10') };
    const second = { from: day('2026-06-11'), to: null };
    const rows = [
      row('2026-06-08', '2026-06-10', 'own-sickness', first),
      row('2026-06-11', '2026-06-12', 'partial-sickness', second),
    ];
    expect(personAbsence(rows, today)).toMatchObject({ spellsIn183Days: 1, daysIn365Days: 5 });
  });

  it('counts no day after the employment (definitions 1.8)', () => {
    const ended = { from: day('2020-01-01'), to: day('2026-06-10') };
    expect(personAbsence([row('2026-06-09', null, 'own-sickness', ended)], today)).toEqual({
      spellsIn183Days: 1,
      daysIn365Days: 2,
      absentSince: null,
      absenceDay: null,
    });
  });

  it('is absent with any sickness, numbered from the first day (definitions 1.1, 1.7)', () => {
    const rows = [
      row('2026-06-20', '2026-06-30', 'work-injury'),
      row('2026-07-01', null, 'partial-sickness'),
    ];
    expect(personAbsence(rows, today)).toMatchObject({ absentSince: '2026-06-20', absenceDay: 13 });
    expect(personAbsence([row('2026-07-02', null, 'child-first-day')], today).absentSince).toBeNull();
  });
});
