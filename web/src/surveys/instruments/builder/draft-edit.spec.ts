import * as fc from 'fast-check';
import {
  addItem,
  addPage,
  addScale,
  choicesOf,
  faultPlace,
  moveItem,
  orNone,
  removeItem,
  removePage,
  updateScale,
  withItems,
} from './draft-edit';
import type { Definition } from '../views';

const EMPTY: Definition = { name: { da: '', en: '' }, introduction: null, items: [], scales: [], pages: [] };
const order = (draft: Definition) => draft.pages.map(({ itemIds }) => itemIds.join(' '));
/** q-1 and q-2 on the first screen, q-3 on the second. */
const three = addItem(addPage(addItem(addItem(EMPTY, 'scale'), 'comment')), 'number');

describe('a draft of a questionnaire', () => {
  it('takes new questions on its last screen', () => expect(order(three)).toEqual(['q-1 q-2', 'q-3']));

  it('gives an id that is free, also after one was taken away', () =>
    expect(addItem(removeItem(three, 'q-1'), 'scale').items.map(({ id }) => id)).toEqual([
      'q-2',
      'q-3',
      'q-4',
    ]));

  it.each([
    ['q-2', -1, ['q-2 q-1', 'q-3']],
    ['q-1', 1, ['q-2 q-1', 'q-3']],
    ['q-2', 1, ['q-1', 'q-2 q-3']],
    ['q-3', -1, ['q-1 q-2 q-3', '']],
    ['q-1', -1, ['q-1 q-2', 'q-3']],
    ['q-3', 1, ['q-1 q-2', 'q-3']],
    ['q-9', 1, ['q-1 q-2', 'q-3']],
  ] as const)('moves %s by %i, over the edge of a screen too', (id, by, expected) =>
    expect(order(moveItem(three, id, by))).toEqual(expected),
  );

  it('keeps the questions of a screen that goes', () => {
    expect(order(removePage(three, 1))).toEqual(['q-1 q-2 q-3']);
    expect(order(removePage(three, 0))).toEqual(['q-1 q-2 q-3']);
  });

  it('takes a question out of its scales, and half of the rest must be answered', () => {
    const begun = addScale(three);
    const [scale] = begun.scales;
    if (!scale) throw new Error('no scale');
    const scored = updateScale(begun, scale.id, withItems(scale, ['q-1', 'q-2', 'q-3']));
    expect(scored.scales[0]).toMatchObject({ minimumAnswered: 2 });
    expect(removeItem(scored, 'q-2').scales[0]).toMatchObject({
      itemIds: ['q-1', 'q-3'],
      minimumAnswered: 1,
    });
  });

  it('loses and doubles no question however they are moved', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('q-1', 'q-2', 'q-3'), fc.constantFrom<(-1 | 1)[]>(-1, 1))),
        (moves) => {
          const moved = moves.reduce((draft, [id, by]) => moveItem(draft, id, by), three);
          expect(moved.pages.flatMap(({ itemIds }) => itemIds).toSorted()).toEqual(['q-1', 'q-2', 'q-3']);
        },
      ),
    ));

  it('offers answers that score from 100 down to 0', () =>
    expect(choicesOf('frequency').map(({ value, score }) => [value, score])).toEqual([
      [5, 100],
      [4, 75],
      [3, 50],
      [2, 25],
      [1, 0],
    ]));

  it('tells where a fault is', () => {
    expect(faultPlace('items.2.wording.en')).toEqual({ part: 'items', number: 3, language: 'en' });
    expect(faultPlace('name.da')).toEqual({ part: 'whole', number: 0, language: 'da' });
    expect(faultPlace('pages')).toEqual({ part: 'whole', number: 0, language: null });
  });

  it('leaves an empty text out', () =>
    expect([orNone({ da: ' ', en: '' }), orNone({ da: 'a', en: '' })]).toEqual([null, { da: 'a', en: '' }]));
});
