import type { HatActor, Role } from '../../access/index.js';
import { findRule, type Rule } from '../../signals/index.js';
import { whoIsTold, type Happening, type MandateInForce } from './recipients.js';

const ruleOf = (name: string): Rule => {
  const rule = findRule(name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
};
const hat = (hatId: string, role: Role, more: Partial<HatActor> = {}): HatActor => ({
  kind: 'hat',
  userId: hatId,
  hatId,
  role,
  tenantId: null,
  providerId: null,
  partnershipId: null,
  personId: null,
  language: 'da',
  ...more,
});

const HATS = [
  hat('manager', 'line-manager', { tenantId: 'employer', personId: 'leader' }),
  hat('other manager', 'line-manager', { tenantId: 'employer', personId: 'other leader' }),
  hat('manager of nobody', 'line-manager', { tenantId: 'employer' }),
  hat('HR', 'hr-manager', { tenantId: 'employer' }),
  hat('consultant', 'retention-consultant', { providerId: 'provider' }),
  hat('other consultant', 'retention-consultant', { providerId: 'other provider' }),
  hat('team lead', 'team-lead', { providerId: 'provider' }),
  hat('other team lead', 'team-lead', { providerId: 'other provider' }),
];
const ALL_RULES = [
  'contact-day-1',
  'contact-day-5',
  'contact-day-14',
  'contact-day-28',
  'spells-3-in-183-days',
  'days-15-in-365',
];
const MANDATE: MandateInForce = { providerId: 'provider', rules: ALL_RULES, unitIds: ['workplace', 'team'] };

const told = (
  rule: string,
  happening: Partial<Omit<Happening, 'rule'>> = {},
  mandates: readonly MandateInForce[] = [MANDATE],
) =>
  whoIsTold({ hats: HATS, mandates })({
    kind: 'raised',
    unitId: 'team',
    managerPersonId: 'leader',
    ...happening,
    rule: ruleOf(rule),
  });

describe('who is told', () => {
  it.each(['contact-day-1', 'contact-day-5'])(
    'definitions 4.1: of %s the line manager, and consultants where the mandate says so',
    (rule) => {
      expect(told(rule)).toEqual({ hatIds: ['manager', 'consultant'], urgent: false });
      const later = { ...MANDATE, rules: ['contact-day-14', 'contact-day-28'] };
      expect(told(rule, {}, [later])).toEqual({ hatIds: ['manager'], urgent: false });
      expect(told(rule, {}, [])).toEqual({ hatIds: ['manager'], urgent: false });
    },
  );

  it.each(['contact-day-14', 'contact-day-28', 'spells-3-in-183-days', 'days-15-in-365'])(
    'definitions 4.1: of %s both the line manager and the mandated consultants',
    (rule) => {
      expect(told(rule)).toEqual({ hatIds: ['manager', 'consultant'], urgent: false });
    },
  );

  it.each([null, 'a leader without a hat'])(
    'definitions 4.1: HR where no line manager is known (%s)',
    (managerPersonId) => {
      expect(told('contact-day-1', { managerPersonId }).hatIds).toEqual(['HR', 'consultant']);
    },
  );

  it.each(['section-7a-talk', 'section-40-notification'])(
    'definitions 4.8: of %s the line manager and HR at once, and no consultant, whatever the mandate',
    (rule) => {
      const wide = { ...MANDATE, rules: [...ALL_RULES, rule] };
      expect(told(rule, {}, [wide])).toEqual({ hatIds: ['manager', 'HR'], urgent: true });
      expect(told(rule, { managerPersonId: null }, [wide])).toEqual({ hatIds: ['HR'], urgent: true });
    },
  );

  it('definitions 4.2: of one left unclaimed the team lead of the mandate and HR, not at once', () => {
    expect(told('contact-day-14', { kind: 'left-unclaimed' })).toEqual({
      hatIds: ['team lead', 'HR'],
      urgent: false,
    });
  });

  it('definitions 5.2: consultants and team leads only of units that their mandate names', () => {
    expect(told('contact-day-14', { unitId: 'elsewhere' }).hatIds).toEqual(['manager']);
    expect(told('contact-day-14', { unitId: 'elsewhere', kind: 'left-unclaimed' }).hatIds).toEqual(['HR']);
  });

  it('definitions 5.2: the unit and the rule must stand in one mandate', () => {
    const unitOnly = { ...MANDATE, rules: ['contact-day-28'] };
    const ruleOnly = { ...MANDATE, unitIds: ['elsewhere'] };
    expect(told('contact-day-14', {}, [unitOnly, ruleOnly]).hatIds).toEqual(['manager']);
  });

  it('tells the people of each mandated provider, each once', () => {
    const other = { ...MANDATE, providerId: 'other provider' };
    expect(told('contact-day-14', {}, [MANDATE, MANDATE, other]).hatIds).toEqual([
      'manager',
      'consultant',
      'other consultant',
    ]);
  });

  it('treats a rule that an employer has set its own numbers for like the default one', () => {
    const own = { ...MANDATE, rules: ['contact-day-3'] };
    expect(told('contact-day-3', {}, [own]).hatIds).toEqual(['manager', 'consultant']);
  });

  it('definitions 4.5: of a unit its leader, HR and the consultants of a mandate that names unit and rule', () => {
    const wide = { ...MANDATE, rules: ['wellbeing-drop'] };
    expect(told('wellbeing-drop', {}, [wide])).toEqual({
      hatIds: ['manager', 'HR', 'consultant'],
      urgent: false,
    });
    expect(told('wellbeing-drop').hatIds).toEqual(['manager', 'HR']);
    expect(told('wellbeing-drop', { managerPersonId: null }, [wide]).hatIds).toEqual(['HR', 'consultant']);
  });

  it.each(['talk-wanted', 'introduction-overdue'])(
    'definitions 8.4: of %s the responsible alone, whatever the mandate',
    (rule) => {
      const wide = { ...MANDATE, rules: [rule] };
      expect(told(rule, { responsible: 'line-manager' }, [wide]).hatIds).toEqual(['manager']);
      expect(told(rule, { responsible: 'hr-manager' }, [wide]).hatIds).toEqual(['HR']);
      expect(told(rule, { responsible: 'line-manager', managerPersonId: null }, [wide]).hatIds).toEqual([
        'HR',
      ]);
    },
  );
});
