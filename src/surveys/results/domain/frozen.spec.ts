import { SURVEY_LIMITS } from '../../../disclosure/index.js';
import type { Answers, Instrument } from '../../instruments/domain/instrument.js';
import { freeze, WHOLE, type FrozenUnit, type PreviousRound } from './frozen.js';
import { placesOf, type RoundGroup, type RoundUnit } from './places.js';
import { tallyInto } from './tally.js';

const words = (text: string) => ({ da: text, en: text });
const choice = (value: number, score: number | null) => ({ value, wording: words(String(value)), score });
const FIVE = [choice(1, 0), choice(2, 25), choice(3, 50), choice(4, 75), choice(5, 100)];
const item = (id: string, more: Partial<Instrument['items'][number]> = {}): Instrument['items'][number] => ({
  id,
  kind: 'scale',
  wording: words(id),
  choices: FIVE,
  reversed: false,
  required: false,
  ...more,
});
const scale = (
  id: string,
  more: Partial<Instrument['scales'][number]> = {},
): Instrument['scales'][number] => ({
  id,
  name: words(id),
  measures: words(id),
  itemIds: [id],
  minimumAnswered: 1,
  higherIsBetter: true,
  minimumDifference: 8,
  minimumDifferenceBasis: words('chosen'),
  thresholds: [],
  references: [],
  ...more,
});
const INSTRUMENT: Instrument = {
  id: 'test',
  version: 1,
  name: words('test'),
  introduction: null,
  licence: {
    holder: 'us',
    terms: words('own'),
    commercialUse: 'yes',
    checkedOn: '2026-01-01',
    source: 'own',
  },
  items: [
    item('rest'),
    item('bullied', { kind: 'choice', choices: [choice(0, 0), choice(1, 100)], offensive: true }),
    item('more', { kind: 'comment', choices: [] }),
    item('help', { fewest: 10 }),
  ],
  scales: [
    scale('rest', { references: [{ population: words('all'), mean: 40, source: 'made up' }] }),
    scale('bullied', { offensive: true, higherIsBetter: false }),
  ],
  pages: [],
};

const unit = (unitId: string, parentId: string | null, invited: number): RoundUnit => ({
  unitId,
  name: unitId,
  kind: 'team',
  parentId,
  invited,
});
const group = (unitId: string, invited: number, answers: readonly Answers[]): RoundGroup => {
  const tallying = tallyInto(INSTRUMENT);
  for (const given of answers) tallying.add(given);
  return { groupId: `group of ${unitId}`, unitId, invited, tally: tallying.tally() };
};
/** So many questionnaires with this answer to `rest`, the first of them bullied. */
const given = (count: number, rest: number, bullied = 0): Answers[] =>
  Array.from({ length: count }, (_, index) => ({
    rest,
    bullied: index < bullied ? 1 : 0,
    more: `no. ${index}`,
  }));

const freezing = (
  units: readonly RoundUnit[],
  groups: readonly RoundGroup[],
  previous: PreviousRound = new Map(),
): ReadonlyMap<string, FrozenUnit> =>
  new Map(
    freeze(placesOf(INSTRUMENT, units, groups), {
      instrument: INSTRUMENT,
      limits: SURVEY_LIMITS,
      previous,
    }).map((one) => [one.unitId ?? WHOLE, one]),
  );

describe('the results of a round', () => {
  const units = [
    unit('house', null, 2),
    unit('a', 'house', 12),
    unit('b', 'house', 8),
    unit('c', 'house', 3),
    unit('empty', null, 0),
  ];
  // The three of c answer in the group of the house, which has two of its own.
  const groups = [
    group('house', 5, given(4, 3)),
    group('a', 12, [...given(6, 4, 3), ...given(5, 2)]),
    group('b', 8, given(5, 5)),
  ];
  const found = freezing(units, groups);

  it('numbers the places from the top down and leaves out units into which nobody was invited', () => {
    const places = [...found.values()].map(({ unitId, place, last, parent }) => [
      unitId,
      place,
      last,
      parent,
    ]);
    expect(places).toEqual([
      [null, 0, 4, null],
      ['house', 1, 4, 0],
      ['a', 2, 2, 1],
      ['b', 3, 3, 1],
      ['c', 4, 4, 1],
    ]);
  });

  it('says of a unit without a group what it needs and has, and where its answers are told', () => {
    expect(found.get('c')).toMatchObject({
      reason: 'too-few-invited',
      needs: 5,
      has: 3,
      invited: 3,
      answered: null,
      shownIn: 1,
    });
  });

  it('hides the next team where the rest of the house would be four', () => {
    // Of the house's 20 answers a has 11 and b 5: the rest are 4.
    expect(found.get('house')?.scales[0]).toMatchObject({ reason: null, answers: 20 });
    expect(found.get('b')?.scales[0]).toMatchObject({
      reason: 'complementary',
      mean: null,
      needs: null,
      has: null,
    });
    expect(found.get('a')?.scales[0]).toMatchObject({ reason: null, answers: 11, mean: 52.2727 });
  });

  it('wants twenty for bullying and ten for comments', () => {
    expect(found.get('house')?.items[1]).toMatchObject({ reason: null, counts: [17, 3] });
    expect(found.get('a')?.items[1]).toMatchObject({
      reason: 'too-few-answers',
      needs: 20,
      has: 11,
      counts: null,
    });
    expect(found.get('house')?.comments).toBe(true);
    // Nine are left beside the eleven of a.
    expect(found.get('a')?.comments).toBe(false);
    expect(found.get('b')?.comments).toBe(false);
  });

  it.each([
    [9, { reason: 'too-few-answers', needs: 10, has: 9, counts: null }],
    [10, { reason: null, needs: null, has: null, counts: [0, 0, 1, 0, 9] }],
  ])('wants as many as an item asks for where only some answer it: %i of 12', (helped, cell) => {
    const answers = given(12, 3).map((one, index) =>
      index < helped ? { ...one, help: index === 0 ? 3 : 5 } : one,
    );
    expect(freezing([unit('a', null, 12)], [group('a', 12, answers)]).get('a')?.items[2]).toMatchObject(cell);
  });

  it('compares with the reference and the unit above', () => {
    // House: 4 × 50, 6 × 75, 5 × 25, 5 × 100 of 25 invited: 1,275 / 20 = 63.75.
    const rest = found.get('house')?.scales[0];
    expect(rest).toMatchObject({ mean: 63.75, besideReference: 'better', fromParent: 0 });
    expect(found.get('a')?.scales[0]?.fromParent).toBeCloseTo(52.2727 - 63.75, 4);
    expect(found.get('a')?.scales[0]?.besideReference).toBe('better');
  });

  it('makes no report about a team of which less than 40 % answered, and one of the whole all the same', () => {
    const low = freezing([unit('a', null, 20)], [group('a', 20, given(7, 3))]);
    expect(low.get('a')).toMatchObject({ reason: 'low-response', answered: 7, shownIn: 0 });
    expect(low.get('a')?.scales[0]).toMatchObject({ reason: 'low-response', mean: null });
    expect(low.get(WHOLE)).toMatchObject({ reason: null, answered: 7 });
  });

  it('finds a drop against the last round of the same unit', () => {
    const before = { rate: 0.8, means: new Map([['rest', { answers: 10, mean: 75, spread: 10 }]]) };
    const after = freezing(
      [unit('a', null, 10)],
      [group('a', 10, [...given(5, 3), ...given(5, 2)])],
      new Map([['a', before]]),
    );
    const { change } = after.get('a')?.scales[0] ?? {};
    expect(change).toMatchObject({ from: 75, difference: -37.5, direction: 'worse', drop: true });
    expect(after.get(WHOLE)?.scales[0]?.change).toBeNull();
  });
});
