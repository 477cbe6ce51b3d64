import * as fc from 'fast-check';
import { definitionFaults } from './definition.js';
import type { Choice, Instrument, Item, Scale } from './instrument.js';

const say = (da: string, en = da) => ({ da, en });
const choice = (value: number, score: number | null): Choice => ({ value, wording: say('svar'), score });
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'scale',
  wording: say('Hvad?'),
  choices: [choice(1, 0), choice(2, 100)],
  reversed: false,
  required: false,
  ...more,
});
const scale = (more: Partial<Scale> = {}): Scale => ({
  id: 's',
  name: say('Skala'),
  measures: say('Noget'),
  itemIds: ['a', 'b'],
  minimumAnswered: 1,
  higherIsBetter: true,
  minimumDifference: 10,
  minimumDifferenceBasis: say('Valgt'),
  thresholds: [],
  references: [],
  ...more,
});
const instrument = (more: Partial<Instrument> = {}): Instrument => ({
  id: 'employer.x',
  version: 1,
  name: say('Navn'),
  introduction: null,
  licence: { holder: '', terms: say(''), commercialUse: 'yes', checkedOn: '', source: '' },
  items: [item('a'), item('b')],
  scales: [scale()],
  pages: [{ heading: null, itemIds: ['a', 'b'] }],
  ...more,
});
const faultsOf = (more: Partial<Instrument>) => definitionFaults(instrument(more));
const withItem = (more: Partial<Item>) => faultsOf({ items: [item('a', more), item('b')] });

describe('a definition', () => {
  it('that can be asked has no fault', () => expect(faultsOf({})).toEqual([]));

  it.each<[string, Partial<Instrument>, string, string]>([
    ['a name in one language', { name: say('Navn', '') }, 'name.en', 'wording-missing'],
    ['an introduction of blanks', { introduction: say('  ', 'x') }, 'introduction.da', 'wording-missing'],
    ['a text too long for a phone', { name: say('x'.repeat(401), 'x') }, 'name.da', 'wording-too-long'],
    ['nothing to ask', { items: [], scales: [], pages: [] }, 'items', 'items-missing'],
    ['two items of one id', { items: [item('a'), item('b'), item('a')] }, 'items.2.id', 'id-twice'],
    ['two scales of one id', { scales: [scale(), scale()] }, 'scales.1.id', 'id-twice'],
    ['a scale of nothing', { scales: [scale({ itemIds: [] })] }, 'scales.0.itemIds', 'items-missing'],
    [
      'a scale of an unknown item',
      { scales: [scale({ itemIds: ['z'] })] },
      'scales.0.itemIds.0',
      'item-unknown',
    ],
    [
      'a scale of an item twice',
      { scales: [scale({ itemIds: ['a', 'a'] })] },
      'scales.0.itemIds.1',
      'item-twice',
    ],
    [
      'more answers wanted than items',
      { scales: [scale({ minimumAnswered: 3 })] },
      'scales.0.minimumAnswered',
      'minimum-answered',
    ],
    [
      'no answer wanted',
      { scales: [scale({ minimumAnswered: 0 })] },
      'scales.0.minimumAnswered',
      'minimum-answered',
    ],
    [
      'no difference that matters',
      { scales: [scale({ minimumDifference: 0 })] },
      'scales.0.minimumDifference',
      'minimum-difference',
    ],
    ['an item on no page', { pages: [{ heading: null, itemIds: ['a'] }] }, 'items.1', 'item-on-no-page'],
    [
      'an item on two pages',
      {
        pages: [
          { heading: null, itemIds: ['a', 'b'] },
          { heading: null, itemIds: ['a'] },
        ],
      },
      'pages',
      'item-twice',
    ],
    [
      'a page of nothing',
      {
        pages: [
          { heading: null, itemIds: ['a', 'b'] },
          { heading: null, itemIds: [] },
        ],
      },
      'pages.1',
      'page-empty',
    ],
    [
      'a threshold without a source',
      {
        scales: [
          scale({ thresholds: [{ score: 50, side: 'at-or-below', meaning: say('Lavt'), source: ' ' }] }),
        ],
      },
      'scales.0.thresholds.0.source',
      'source-missing',
    ],
    [
      'a reference value without a source',
      { scales: [scale({ references: [{ population: say('Alle'), mean: 62.5, source: '' }] })] },
      'scales.0.references.0.source',
      'source-missing',
    ],
    [
      'a page of an unknown item',
      { pages: [{ heading: null, itemIds: ['a', 'b', 'z'] }] },
      'pages.0',
      'item-unknown',
    ],
  ])('with %s is refused', (_, more, field, code) => expect(faultsOf(more)).toContainEqual({ field, code }));

  it.each<[string, Partial<Item>, string, string]>([
    ['one answer', { choices: [choice(1, 0)] }, 'items.0.choices', 'choices-missing'],
    ['a value twice', { choices: [choice(1, 0), choice(1, 100)] }, 'items.0.choices.1', 'choice-value-twice'],
    [
      'a score beyond 100',
      { choices: [choice(1, 0), choice(2, 101)] },
      'items.0.choices.1.score',
      'score-out-of-range',
    ],
    [
      'an answer without words',
      { choices: [choice(1, 0), { ...choice(2, 100), wording: say('ja', '') }] },
      'items.0.choices.1.wording.en',
      'wording-missing',
    ],
    ['answers to a free text', { kind: 'comment' }, 'items.0.choices', 'choices-not-for-kind'],
    ['a number without a range', { kind: 'number', choices: [] }, 'items.0.range', 'range-missing'],
    [
      'a range turned round',
      { kind: 'number', choices: [], range: { minimum: 5, maximum: 1 } },
      'items.0.range',
      'range-missing',
    ],
    ['an id with blanks', { id: 'a b' }, 'items.0.id', 'id-malformed'],
    [
      'one score for every answer in a scale',
      { choices: [choice(1, 50), choice(2, 50)] },
      'scales.0.itemIds.0',
      'item-not-scored',
    ],
    ['several answers in a scale', { kind: 'choices' }, 'scales.0.itemIds.0', 'item-not-scored'],
    [
      'offence in a scale that is not marked so',
      { offensive: true },
      'scales.0.itemIds.0',
      'offensive-not-marked',
    ],
  ])('whose item has %s is refused', (_, more, field, code) =>
    expect(withItem(more)).toContainEqual({ field, code }),
  );

  it('may leave an item unscored', () =>
    expect(
      faultsOf({
        scales: [scale({ itemIds: ['b'] })],
        items: [item('a', { kind: 'comment', choices: [] }), item('b')],
      }),
    ).toEqual([]));

  it('has its faults wherever its items are moved to', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (order) => {
        const items = order.map((id) => item(id));
        const pages = order.map((id) => ({ heading: null, itemIds: [id] }));
        expect(faultsOf({ items, pages })).toEqual([]);
        expect(faultsOf({ items, pages: pages.slice(1) }).map(({ code }) => code)).toEqual([
          'item-on-no-page',
        ]);
      }),
    ));
});
