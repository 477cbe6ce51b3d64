import { STANDARDS } from '../registry/standards.js';
import type { Instrument } from './instrument.js';
import { licenceState, mayUse } from './licence.js';
import { fitFaults, nameFaults } from './ownership.js';
import { wordingAdvice } from './wording-advice.js';

const right = { grantedBy: 'WHO', basis: 'Brev', reference: null, grantedOn: '2026-01-01' };
const outlineOf = (id: string): Instrument => {
  const found = STANDARDS.find(({ outline }) => outline.id === id);
  if (!found) throw new Error(`no standard ${id}`);
  return found.outline;
};

describe('a licence', () => {
  it.each([
    ['yes', null, 'free', true],
    ['no', null, 'refused-no', false],
    ['unknown', null, 'refused-unknown', false],
    ['no', right, 'own-right', true],
    ['unknown', right, 'own-right', true],
    ['yes', right, 'free', true],
  ] as const)('that says %s, with the right %j, is %s', (commercialUse, own, state, usable) => {
    expect(licenceState({ commercialUse }, own)).toBe(state);
    expect(mayUse(state)).toBe(usable);
  });
});

describe('a standard that is filled in', () => {
  const who5 = outlineOf('who-5');
  const copsoq = outlineOf('copsoq-iii');
  const without = (outline: Instrument): Instrument => ({ ...outline, scales: outline.scales.slice(1) });

  it('fits as it is', () => expect(fitFaults(who5, who5, false)).toEqual([]));
  it('may not bear its name with another scoring', () => {
    const items = who5.items.map((item, at) => (at === 2 ? { ...item, reversed: true } : item));
    expect(fitFaults({ ...who5, items }, who5, false)).toEqual([
      { field: 'items.2', code: 'standard-item-changed' },
    ]);
  });
  it('may not leave out a scale, unless it leaves its scales open', () => {
    expect(fitFaults(without(who5), who5, false)).toEqual([
      { field: 'scales', code: 'standard-scale-changed' },
    ]);
    expect(fitFaults(without(copsoq), copsoq, true)).toEqual([]);
  });
  it('keeps its name', () =>
    expect(fitFaults({ ...who5, name: { da: 'Trivsel', en: 'WHO-5' } }, who5, false)).toEqual([
      { field: 'name', code: 'standard-name-changed' },
    ]));
});

describe('a protected name', () => {
  const names = STANDARDS.map(({ protectedName }) => protectedName);
  const named = (da: string, en = da) =>
    nameFaults({ name: { da, en }, scales: [] }, names).map(({ field }) => field);
  it.each(['WHO-5', 'Vores WHO 5', 'who5', 'COPSOQ kort', 'Dansk Psykosocialt Spørgeskema', 'DPQ'])(
    '%s stands over nobody’s own words',
    (name) => expect(named(name)).toEqual(['name']),
  );
  it.each(['Trivsel', 'Who is where', 'Puls 5'])('%s is none', (name) => expect(named(name)).toEqual([]));
});

describe('advice on a wording', () => {
  it.each([
    ['Har du ikke tid nok?', 'Do you lack time?', ['negation']],
    ['Er støj og lys i orden?', 'Is the noise in order?', ['two-things']],
    ['Er du tilfreds?', 'Don’t you agree?', ['negation']],
    ['Du har selvfølgelig tid?', 'Do you have time?', ['leading']],
    ['Fortæl om din dag', 'Tell of your day', ['no-question-mark']],
    [`${'Er du '.repeat(20)}?`, 'Are you?', ['long']],
    ['Er du tryg ved en kollegas nota?', 'Is a notable order in force?', []],
  ])('%s / %s: %j', (da, en, advice) => expect(wordingAdvice({ wording: { da, en } })).toEqual(advice));
});
