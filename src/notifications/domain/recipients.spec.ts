import { findRule } from '../../signals/index.js';
import { recipientsOf, type Happening } from './recipients.js';

const toldOf = (name: string, happening: Happening = 'raised'): string[] => {
  const rule = findRule(name);
  if (!rule) throw new Error(`no rule ${name}`);
  return recipientsOf(happening, rule).map(({ role, inPlaceOfManager }) =>
    inPlaceOfManager ? `${role} where no manager is known` : role,
  );
};

const MANAGER_AND_CONSULTANTS = [
  'line-manager',
  'retention-consultant',
  'hr-manager where no manager is known',
];

describe('who is told', () => {
  it.each([
    ['4.1', 'contact-day-1'],
    ['4.1', 'contact-day-5'],
    ['4.1', 'contact-day-14'],
    ['4.1', 'contact-day-28'],
    ['4.1', 'spells-3-in-183-days'],
    ['4.1', 'days-15-in-365'],
  ])('definitions %s: of %s the line manager, else HR, and mandated consultants', (_clause, rule) => {
    expect(toldOf(rule)).toEqual(MANAGER_AND_CONSULTANTS);
  });

  it.each([
    ['4.8', 'section-7a-talk'],
    ['4.8', 'section-40-notification'],
  ])(
    'definitions %s: of %s the line manager and HR, whose duty it is, and no consultant',
    (_clause, rule) => {
      expect(toldOf(rule)).toEqual(['line-manager', 'hr-manager']);
    },
  );

  it.each([
    ['4.2', 'contact-day-1'],
    ['4.2', 'contact-day-14'],
    ['4.2', 'days-15-in-365'],
  ])('definitions %s: of %s left unclaimed the team lead and HR', (_clause, rule) => {
    expect(toldOf(rule, 'left-unclaimed')).toEqual(['team-lead', 'hr-manager']);
  });

  it('treats a rule that an employer has set its own numbers for like the default one', () => {
    expect(toldOf('contact-day-3')).toEqual(MANAGER_AND_CONSULTANTS);
    expect(toldOf('spells-4-in-365-days')).toEqual(MANAGER_AND_CONSULTANTS);
  });
});
