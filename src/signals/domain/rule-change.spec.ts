import { localDate } from '../../shared/local-date.js';
import { changeFaults, isNews, type RuleChange } from './rule-change.js';
import { DEFAULT_SETTINGS, type RuleSettings } from './rules.js';

const TODAY = localDate('2026-03-02');
const changeTo = (given: Partial<RuleSettings>, rest: Partial<RuleChange> = {}): RuleChange => ({
  settings: { ...DEFAULT_SETTINGS, ...given },
  validFrom: TODAY,
  informedOn: null,
  discussedOn: null,
  minutesReference: null,
  reason: 'Efter drøftelse i MED',
  ...rest,
});
const faultsOf = (change: RuleChange, noticeDays: number | null = 42): string[] =>
  changeFaults(DEFAULT_SETTINGS, change, TODAY, noticeDays).map(({ field, code }) => `${field} ${code}`);

describe('a change of rules', () => {
  it.each<[string, Partial<RuleSettings>, boolean]>([
    ['a further contact day', { contactDays: [1, 5, 14, 21, 28] }, true],
    ['a contact day less', { contactDays: [5, 14, 28] }, false],
    ['two spells instead of three', { spellsThreshold: 2 }, true],
    ['four spells', { spellsThreshold: 4 }, false],
    ['a longer window', { spellsWindow: 365 }, true],
    ['ten days in a year', { daysThreshold: 10 }, true],
    ['fifteen days in half a year', { daysWindow: 183 }, false],
    ['work injuries counted', { countedKinds: ['own-sickness', 'partial-sickness', 'work-injury'] }, true],
    ['no wage in sickness', { paysWage: false }, false],
  ])('%s is news to the employees: or not', (_, given, news) => {
    expect(isNews(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...given })).toBe(news);
  });

  it('repeats the notice when it is news (definitions 4.7)', () => {
    const news = { contactDays: [1, 5, 14, 21, 28] };
    expect(faultsOf(changeTo(news))).toEqual([
      'informedOn required',
      'discussedOn required',
      'minutesReference required',
    ]);
    const told = { informedOn: TODAY, discussedOn: TODAY, minutesReference: 'MED 2026-02' };
    // 2 March and 42 days is 13 April.
    expect(faultsOf(changeTo(news, { ...told, validFrom: localDate('2026-04-12') }))).toEqual([
      'validFrom notice-runs',
    ]);
    expect(faultsOf(changeTo(news, { ...told, validFrom: localDate('2026-04-13') }))).toEqual([]);
    expect(
      faultsOf(
        changeTo(news, { ...told, discussedOn: localDate('2026-03-03'), validFrom: localDate('2026-04-13') }),
      ),
    ).toEqual(['discussedOn in-the-future']);
  });

  it('needs no notice before any signal is raised, nor for a rule taken away', () => {
    expect(faultsOf(changeTo({ contactDays: [3] }), null)).toEqual([]);
    expect(faultsOf(changeTo({ contactDays: [5, 14, 28] }))).toEqual([]);
  });

  it('never holds for days past', () => {
    expect(faultsOf(changeTo({ contactDays: [5] }, { validFrom: localDate('2026-03-01') }))).toEqual([
      'validFrom in-the-past',
    ]);
  });
});
