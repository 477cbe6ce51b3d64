import { DEFAULT_SETTINGS, findRule, lookback, rulesOf } from './rules.js';

describe('the rules of an employer (definitions 1.5, 1.6)', () => {
  it('has the two windows and four contact days by default', () => {
    expect(rulesOf(DEFAULT_SETTINGS).map((rule) => rule.name)).toEqual([
      'spells-3-in-183-days',
      'days-15-in-365',
      'contact-day-1',
      'contact-day-5',
      'contact-day-14',
      'contact-day-28',
    ]);
  });

  it('derives names from the numbers that are set', () => {
    const rules = rulesOf({
      ...DEFAULT_SETTINGS,
      contactDays: [2, 6],
      spellsThreshold: 4,
      spellsWindow: 365,
    });
    expect(rules.map((rule) => rule.name)).toEqual([
      'spells-4-in-365-days',
      'days-15-in-365',
      'contact-day-2',
      'contact-day-6',
    ]);
  });

  it('counts own and partial sickness and nothing else unless it is set (definitions 1.3)', () => {
    expect(DEFAULT_SETTINGS.countedKinds).toEqual(['own-sickness', 'partial-sickness']);
  });

  it('reads a rule back from its name, also after the settings have changed', () => {
    for (const rule of rulesOf(DEFAULT_SETTINGS)) expect(findRule(rule.name)).toEqual(rule);
    expect(findRule('contact-day-6')).toEqual({ kind: 'contact-day', name: 'contact-day-6', day: 6 });
    expect(findRule('section-7a-talk')).toMatchObject({ kind: 'deadline' });
    expect(findRule('bradford-200')).toBeNull();
  });

  it('looks back a day beyond the longest window', () => {
    expect(lookback(DEFAULT_SETTINGS)).toBe(366);
    expect(lookback({ ...DEFAULT_SETTINGS, spellsWindow: 30, daysWindow: 10, contactDays: [1] })).toBe(57);
  });
});
