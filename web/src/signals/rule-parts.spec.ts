import { rulePartsOf } from './rule-parts';

describe('rulePartsOf', () => {
  it('reads the numbers of a rule off its name', () => {
    expect(rulePartsOf('contact-day-14')).toEqual({ form: 'contact-day', day: 14 });
    expect(rulePartsOf('spells-3-in-183-days')).toEqual({ form: 'spells', threshold: 3, window: 183 });
    expect(rulePartsOf('days-15-in-365')).toEqual({ form: 'days', threshold: 15, window: 365 });
  });
  it('leaves legal deadlines to their own words', () => {
    expect(rulePartsOf('section-7a-talk')).toBeNull();
  });
});
