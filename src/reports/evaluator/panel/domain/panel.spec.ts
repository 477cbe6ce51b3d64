import { localDate } from '../../../../shared/local-date.js';
import { faultOfBasis, stateOfBasis } from './panel-basis.js';
import { panelCells, panelColumns, tenureBand, PANEL_FIELDS } from './panel-fields.js';

const day = localDate;
const AT = new Date('2026-03-01T10:00:00Z');

describe('the fields of a panel', () => {
  it('are a closed list without diagnosis, note, name, age, gender or CPR number', () => {
    for (const field of ['diagnosis', 'note', 'name', 'age', 'gender', 'cpr', 'kind'])
      expect(PANEL_FIELDS).not.toContain(field);
    expect(panelColumns(PANEL_FIELDS)).toEqual([
      'person',
      'month',
      'provisional',
      'unit_id',
      'workplace',
      'full_time_share',
      'tenure_years',
      'absence_days',
      'absence_days_cut_at_30',
      'spells_ended',
      'long_spells',
    ]);
  });

  it('leave what was not chosen, in the order of the list', () => {
    const row = {
      personId: 'p',
      unitId: 'u',
      month: day('2026-01-01'),
      fullTime: 0.5,
      days: 2.5,
      daysCutAt30: 2,
      spellsEnded: 1,
      longSpells: 0,
      employedSince: day('2020-02-01'),
      provisional: false,
      pseudonym: 'abc',
      workplace: 'Plejecenter',
    };
    expect(panelColumns(['absence-days', 'hours-share'])).toEqual([
      'person',
      'month',
      'provisional',
      'full_time_share',
      'absence_days',
    ]);
    expect(panelCells(['absence-days', 'hours-share'], row)).toEqual(['abc', '2026-01', 0, 0.5, 2.5]);
    expect(panelCells(['tenure', 'workplace'], row)).toEqual([
      'abc',
      '2026-01',
      0,
      'u',
      'Plejecenter',
      '5-9',
    ]);
  });

  it.each([
    ['2025-02-01', '2026-01-01', '0'],
    ['2025-01-01', '2026-01-01', '1-4'],
    ['2021-01-02', '2026-01-01', '1-4'],
    ['2021-01-01', '2026-01-01', '5-9'],
    ['2016-01-01', '2026-01-01', '10+'],
    ['2026-01-15', '2026-01-01', '0'],
  ])('put an employment since %s in %s into the band %s', (since, month, band) => {
    expect(tenureBand(day(month), day(since))).toBe(band);
  });
});

describe('a basis', () => {
  const basis = { deleteOn: day('2026-06-01'), confirmedAt: AT, withdrawnAt: null };

  it.each([
    ['in-force', basis, '2026-05-31'],
    ['over', basis, '2026-06-01'],
    ['waiting', { ...basis, confirmedAt: null }, '2026-05-31'],
    ['over', { ...basis, confirmedAt: null }, '2026-06-01'],
    ['withdrawn', { ...basis, withdrawnAt: AT }, '2026-05-31'],
    ['withdrawn', { ...basis, withdrawnAt: AT }, '2026-06-01'],
  ])('is %s', (state, given, today) => {
    expect(stateOfBasis(given, day(today))).toBe(state);
  });

  it.each([
    ['2026-01-02', '2026-03-31', '2026-12-31', 'from', 'period-not-whole-months'],
    ['2026-01-01', '2026-03-30', '2026-12-31', 'to', 'period-not-whole-months'],
    ['2026-03-01', '2026-01-31', '2026-12-31', 'to', 'period-backwards'],
    ['2026-01-01', '2026-03-31', '2026-04-01', 'deleteOn', 'delete-on-past'],
    ['2026-01-01', '2026-03-31', '2036-04-01', 'deleteOn', 'delete-on-far'],
  ])('from %s to %s, deleted on %s, is at fault in %s: %s', (from, to, deleteOn, field, code) => {
    const given = { period: { from: day(from), to: day(to) }, deleteOn: day(deleteOn) };
    expect(faultOfBasis(given, day('2026-04-01'))).toEqual({ field, code });
  });

  it('of whole months and days to come is sound', () => {
    const period = { from: day('2024-02-01'), to: day('2024-02-29') };
    expect(faultOfBasis({ period, deleteOn: day('2026-04-02') }, day('2026-04-01'))).toBeNull();
  });
});
