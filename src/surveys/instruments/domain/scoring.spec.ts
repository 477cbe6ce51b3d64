import * as fc from 'fast-check';
import { answeredScores, scoreScale, type Answers, type Choice, type Item } from './instrument.js';

const wording = { da: 'x', en: 'x' };
const choices = (...scores: (number | null)[]): Choice[] =>
  scores.map((score, value) => ({ value, wording, score }));
const item = (id: string, given: readonly Choice[], reversed = false): Item => ({
  id,
  kind: 'scale',
  wording,
  choices: given,
  reversed,
  required: false,
});
const five = choices(0, 25, 50, 75, 100, null);
const items = [item('a', five), item('b', five), item('c', five, true), item('d', five)];
const scale = { itemIds: ['a', 'b', 'c', 'd'], minimumAnswered: 2 };

describe('the score of a scale', () => {
  it.each<[string, Answers, number | null]>([
    ['the mean of all four: (0 + 25 + 50 + 100) / 4', { a: 0, b: 1, c: 2, d: 4 }, 43.75],
    ['a reverse item turned round: (100 + 0) / 2', { a: 4, c: 4 }, 50],
    ['half answered is enough: (75 + 25) / 2', { a: 3, b: 1 }, 50],
    ['less than half answered: none', { a: 3 }, null],
    ['"not relevant" does not count: (100 + 100) / 2', { a: 4, b: 5, d: 4 }, 100],
    ['"not relevant" may leave too few', { a: 4, b: 5, c: 5, d: 5 }, null],
    ['null is not answered', { a: 4, b: null, c: null, d: null }, null],
    ['nothing answered', {}, null],
    ['a value that is no choice is not answered', { a: 9, b: 'three', c: [1], d: 3 }, null],
    ['other items do not count', { a: 2, b: 2, z: 4 }, 50],
  ])('%s', (_, answers, expected) => expect(scoreScale({ items }, scale, answers)).toBe(expected));

  it('is null where nothing is answered, even with no minimum', () =>
    expect(scoreScale({ items }, { ...scale, minimumAnswered: 0 }, {})).toBeNull());

  it('tells how many items it rests on', () =>
    expect(answeredScores({ items }, scale, { a: 0, c: 1, d: 5 })).toEqual([0, 75]));
});

describe('five items of 0 to 5, sum times 4 (WHO-5)', () => {
  const six = choices(0, 20, 40, 60, 80, 100);
  const ids = ['1', '2', '3', '4', '5'];
  const who5 = { items: ids.map((id) => item(id, six)) };
  const wellbeing = { itemIds: ids, minimumAnswered: 4 };
  it.each<[string, (number | null)[], number | null]>([
    ['4 × 15', [3, 3, 3, 3, 3], 60],
    ['4 × (5 + 4 + 3 + 2 + 1)', [5, 4, 3, 2, 1], 60],
    ['4 × 0', [0, 0, 0, 0, 0], 0],
    ['4 × 25', [5, 5, 5, 5, 5], 100],
    ['4 × 7', [2, 1, 1, 2, 1], 28],
    ['one missing stands as the mean of the others: 4 × (12 + 3)', [3, 3, 3, 3, null], 60],
    ['one missing, uneven: 4 × (10 + 2.5)', [4, 3, 2, 1, null], 50],
    ['two missing: none', [3, 3, 3, null, null], null],
  ])('%s', (_, given, expected) => {
    const answers = Object.fromEntries(ids.map((id, at) => [id, given[at] ?? null]));
    expect(scoreScale(who5, wellbeing, answers)).toBe(expected);
  });
});

describe('any scale', () => {
  const answered = fc.record(
    Object.fromEntries(items.map(({ id }) => [id, fc.option(fc.integer({ min: 0, max: 4 }))])),
  );
  it('scores from 0 to 100, or not at all', () =>
    fc.assert(
      fc.property(answered, (answers) => {
        const score = scoreScale({ items }, scale, answers);
        expect(score === null || (score >= 0 && score <= 100)).toBe(true);
      }),
    ));
  it('is turned round with its items', () =>
    fc.assert(
      fc.property(answered, (answers) => {
        const turned = items.map((each) => ({ ...each, reversed: !each.reversed }));
        const score = scoreScale({ items }, scale, answers);
        const back = scoreScale({ items: turned }, scale, answers);
        expect(back === null).toBe(score === null);
        expect((back ?? 0) + (score ?? 100)).toBeCloseTo(100, 10);
      }),
    ));
  it('does not depend on the order of items', () =>
    fc.assert(
      fc.property(answered, (answers) => {
        const backwards = { itemIds: [...scale.itemIds].reverse(), minimumAnswered: 2 };
        expect(scoreScale({ items: [...items].reverse() }, backwards, answers)).toBe(
          scoreScale({ items }, scale, answers),
        );
      }),
    ));
  it('never falls when an answer rises', () =>
    fc.assert(
      fc.property(answered, fc.integer({ min: 0, max: 3 }), (answers, value) => {
        const lower = scoreScale({ items }, scale, { ...answers, a: value });
        const higher = scoreScale({ items }, scale, { ...answers, a: value + 1 });
        expect(lower === null ? higher === null : (higher ?? -1) > lower).toBe(true);
      }),
    ));
});
