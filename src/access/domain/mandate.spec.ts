import { localDate } from '../../shared/local-date.js';
import {
  missingGround,
  missingNotice,
  reachesFurther,
  stateOn,
  unmandatedRule,
  widerPart,
  type MandateScope,
} from './mandate.js';

describe('the grounds of a mandate (definitions 5.2)', () => {
  it.each([
    [{ processingRole: 'processor', agreementReference: 'DBA 12' }, 'provider', null],
    [{ processingRole: 'processor', basis: 'lov' }, 'provider', 'agreementReference'],
    [{ processingRole: 'processor', agreementReference: ' ' }, 'employer', 'agreementReference'],
    [{ processingRole: 'controller', basis: 'databeskyttelsesforordningen art. 9' }, 'provider', null],
    [{ processingRole: 'controller', agreementReference: 'DBA 12' }, 'provider', 'basis'],
    [{ processingRole: 'processor', agreementReference: 'DBA 12' }, 'authority', 'basis'],
    [{ processingRole: 'processor', agreementReference: 'DBA 12', basis: 'aftale' }, 'authority', null],
  ] as const)('%j of a consultant of kind %s lacks %s', (grounds, affiliation, missing) => {
    expect(missingGround(grounds, affiliation)).toBe(missing);
  });
});

describe('narrowing', () => {
  const scope: MandateScope = {
    unitIds: ['a', 'b'],
    rules: ['contact-day-5'],
    fields: ['absence-kind'],
    to: localDate('2026-12-31'),
  };

  it.each<[Partial<MandateScope>, keyof MandateScope | null]>([
    [{}, null],
    [{ unitIds: ['b'] }, null],
    [{ unitIds: ['b', 'c'] }, 'unitIds'],
    [{ rules: [] }, null],
    [{ rules: ['contact-day-14'] }, 'rules'],
    [{ fields: [] }, null],
    [{ to: localDate('2026-06-30') }, null],
    [{ to: localDate('2027-01-01') }, 'to'],
    [{ to: null }, 'to'],
  ])('to %j is wider in %s', (change, part) => {
    expect(widerPart({ ...scope, ...change }, scope)).toBe(part);
  });

  it('may end what was until further notice', () => {
    expect(widerPart(scope, { ...scope, to: null })).toBeNull();
  });
});

describe('the rules of a mandate', () => {
  it.each([
    [['contact-day-5', 'spells-3-in-183-days'], null],
    [['contact-day-5', 'talk-wanted'], 'talk-wanted'],
    [['introduction-overdue'], 'introduction-overdue'],
    [[], null],
  ])('%j: %s is of an introduction (definitions 8.4)', (rules, unmandated) => {
    expect(unmandatedRule(rules)).toBe(unmandated);
  });
});

describe('the state of a mandate', () => {
  const day = localDate('2026-03-11');
  const at = (text: string | null) => (text === null ? null : localDate(text));

  it.each([
    ['2026-03-12', null, 'coming'],
    ['2026-03-11', null, 'in-force'],
    ['2026-01-01', '2026-03-11', 'in-force'],
    ['2026-01-01', '2026-03-10', 'ended'],
    // Ended before its first day was over.
    [null, null, 'ended'],
  ])('from %s to %s is %s', (from, to, state) => {
    expect(stateOn(day, { from: at(from), to: at(to) })).toBe(state);
  });
});

describe('a new recipient of signals (definitions 4.7)', () => {
  const scope: MandateScope = { unitIds: ['a'], rules: ['contact-day-5'], fields: [], to: null };

  it('is whoever reaches further than any one of the mandates in force, however long those last', () => {
    expect(reachesFurther(scope, [])).toBe(true);
    expect(reachesFurther(scope, [{ ...scope, unitIds: ['b'] }])).toBe(true);
    expect(reachesFurther(scope, [{ ...scope, to: localDate('2026-03-31') }])).toBe(false);
    expect(reachesFurther({ ...scope, rules: ['contact-day-14'] }, [scope])).toBe(true);
  });

  const today = localDate('2026-03-11');
  it.each([
    [null, '2026-03-11', 'not-told'],
    ['2026-03-12', '2026-05-01', 'told-later'],
    // 28 January + 42 days = 11 March.
    ['2026-01-29', '2026-03-11', 'running'],
    ['2026-01-28', '2026-03-11', null],
  ])('told on %s may begin on %s: %s', (informedOn, from, missing) => {
    const told = informedOn === null ? null : localDate(informedOn);
    expect(missingNotice({ informedOn: told, from: localDate(from) }, today, 42)).toBe(missing);
  });
});
