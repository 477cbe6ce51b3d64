import fc from 'fast-check';
import { recoverable, subsetsOf } from '../../../test/disclosure/linear-combinations.js';
import { answersJudge, type AnswerRule, type AnswerSum } from './survey-judge.js';
import { decideTree, type TreeCell } from './tree.js';

/** A tree of units, each with a group of its own: answers by choice. */
interface Unit {
  readonly counts: readonly number[];
  readonly parts: readonly Unit[];
}
interface Grown extends TreeCell<AnswerSum> {
  readonly groups: ReadonlySet<string>;
  readonly parts: readonly Grown[];
}

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((count, i) => count + (b[i] ?? 0));

const grown = ({ counts, parts }: Unit, key: string, share: boolean): Grown => {
  const below = parts.map((part, index) => grown(part, `${key}.${index}`, share));
  const own = counts.reduce((sum, count) => sum + count, 0);
  return {
    key,
    groups: new Set([key, ...below.flatMap(({ groups }) => [...groups])]),
    parts: below,
    sum: {
      answers: own + below.reduce((sum, part) => sum + part.sum.answers, 0),
      counts: share ? below.reduce((sum, part) => plus(sum, part.sum.counts), [...counts]) : [],
    },
  };
};

const every = (cell: Grown): Grown[] => [cell, ...cell.parts.flatMap(every)];
const ownOf = (cell: Grown, share: boolean): AnswerSum => {
  const judge = answersJudge({ minimum: 1, kind: share ? 'share' : 'mean' });
  return cell.parts.reduce((left, part) => judge.minus(left, part.sum), cell.sum);
};

const answers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 2 });
const leaf = answers.map((counts): Unit => ({ counts, parts: [] }));
const node = (below: fc.Arbitrary<Unit>, maxLength: number) =>
  fc
    .record({ counts: answers, parts: fc.array(below, { maxLength }) })
    .map(({ counts, parts }): Unit => ({ counts, parts }));
const tree = node(node(leaf, 2), 3);
const rules = fc.constantFrom<AnswerRule>(
  { minimum: 5, kind: 'mean' },
  { minimum: 5, kind: 'share' },
  { minimum: 20, kind: 'share' },
  { minimum: 10, kind: 'share' },
);

/** Groups of respondents that a reader of these cells can work out and that are too few. */
const leaks = (root: Grown, shown: readonly Grown[], rule: AnswerRule): string[][] => {
  const share = rule.kind === 'share';
  const pieces = every(root).filter((cell) => ownOf(cell, share).answers > 0);
  const all = pieces.map(({ key }) => key);
  const found = recoverable(
    all,
    shown.map(({ groups }) => new Set([...groups].filter((key) => all.includes(key)))),
  );
  const judge = answersJudge(rule);
  return subsetsOf(all)
    .filter((set) => {
      const sums = pieces.filter(({ key }) => set.has(key)).map((cell) => ownOf(cell, share));
      const sum = sums.reduce<AnswerSum>(
        (total, one) => ({
          answers: total.answers + one.answers,
          counts: total.counts.length ? plus(total.counts, one.counts) : one.counts,
        }),
        { answers: 0, counts: [] },
      );
      return set.size > 0 && judge.alone(sum) !== null && found(set);
    })
    .map((set) => [...set]);
};

describe('decideTree', () => {
  it('never lets a group be worked out that is too few, by any combination of shown cells', () => {
    fc.assert(
      fc.property(tree, rules, fc.func(fc.boolean()), (unit, rule, withholds) => {
        const root = grown(unit, 'all', rule.kind === 'share');
        const withheld = new Map(
          every(root)
            .filter(({ key }) => key !== 'all' && withholds(key))
            .map(({ key }) => [key, 'low-response' as const]),
        );
        const decisions = decideTree(root, answersJudge(rule), withheld);
        const shown = every(root).filter(({ key }) => decisions.get(key) === null);
        expect(leaks(root, shown, rule)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('nor by the results of two rounds between which units moved, closed and were put together', () => {
    fc.assert(
      fc.property(tree, tree, rules, (before, now, rule) => {
        const rounds = [
          grown(before, 'first', rule.kind === 'share'),
          grown(now, 'second', rule.kind === 'share'),
        ];
        const both: Grown = {
          key: 'both',
          groups: new Set(rounds.flatMap(({ groups }) => [...groups])),
          parts: rounds,
          sum: rounds.reduce<AnswerSum>(
            (sum, { sum: one }) => ({
              answers: sum.answers + one.answers,
              counts: sum.counts.length ? plus(sum.counts, one.counts) : one.counts,
            }),
            { answers: 0, counts: [] },
          ),
        };
        const shown = rounds.flatMap((root) => {
          const decisions = decideTree(root, answersJudge(rule));
          return every(root).filter(({ key }) => decisions.get(key) === null);
        });
        expect(leaks(both, shown, rule)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  const cell = (key: string, count: number, ...parts: TreeCell<AnswerSum>[]): TreeCell<AnswerSum> => ({
    key,
    sum: { answers: count, counts: [] },
    parts,
  });
  const decided = (root: TreeCell<AnswerSum>, rule: AnswerRule) =>
    Object.fromEntries(decideTree(root, answersJudge(rule)));

  it('hides the next smallest team beside one of three, and nothing more', () => {
    const root = cell('all', 30, cell('a', 3), cell('b', 6), cell('c', 21));
    expect(decided(root, { minimum: 5, kind: 'mean' })).toEqual({
      all: null,
      a: 'too-few-answers',
      b: 'complementary',
      c: null,
    });
  });

  it('lets ten lie between two shares and five between two means', () => {
    const root = cell('all', 20, cell('a', 12));
    expect(decided(root, { minimum: 5, kind: 'mean' })).toEqual({ all: null, a: null });
    expect(decided(root, { minimum: 5, kind: 'share' })).toEqual({ all: null, a: 'complementary' });
  });

  it('minds what is left of a sum two steps above', () => {
    // Of all 26, east has 18: a has 3 and b 15. East is hidden for want of answers to ask; left of all is then west.
    const root = cell('all', 26, cell('east', 18, cell('a', 3), cell('b', 15)), cell('west', 8));
    const decisions = decideTree(
      root,
      answersJudge({ minimum: 5, kind: 'mean' }),
      new Map([['east', 'low-response']]),
    );
    expect(Object.fromEntries(decisions)).toEqual({
      all: null,
      east: 'low-response',
      a: 'too-few-answers',
      b: null,
      west: 'complementary',
    });
  });

  it('decides a tree of two thousand units at once', () => {
    const teams = Array.from({ length: 2_000 }, (_, index) => cell(`t${index}`, index % 9));
    const total = teams.reduce((sum, team) => sum + team.sum.answers, 0);
    const before = performance.now();
    decideTree(cell('all', total, ...teams), answersJudge({ minimum: 20, kind: 'share' }));
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
