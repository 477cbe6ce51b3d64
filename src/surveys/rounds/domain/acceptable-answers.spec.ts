import type { Item } from '../../instruments/domain/instrument.js';
import { acceptableAnswers } from './acceptable-answers.js';

const words = { da: 'x', en: 'x' };
const item = (id: string, kind: Item['kind'], more: Partial<Item> = {}): Item => ({
  id,
  kind,
  wording: words,
  choices: [],
  reversed: false,
  required: true,
  ...more,
});
const choices = [1, 2, 3].map((value) => ({ value, wording: words, score: value }));
const INSTRUMENT = {
  items: [
    item('workload', 'scale', { choices }),
    item('themes', 'choices', { choices }),
    item('years', 'number', { range: { minimum: 0, maximum: 60 } }),
    item('more', 'comment'),
  ],
};

describe('acceptableAnswers', () => {
  it('takes what can be chosen, and leaves out what was left empty', () => {
    expect(acceptableAnswers(INSTRUMENT, { workload: 2, themes: [1, 3], years: 4, more: 'Godt.' })).toEqual({
      workload: 2,
      themes: [1, 3],
      years: 4,
      more: 'Godt.',
    });
    expect(acceptableAnswers(INSTRUMENT, { workload: null, themes: [], more: '' })).toEqual({});
    expect(acceptableAnswers(INSTRUMENT, {})).toEqual({});
  });

  it.each([
    [{ unknown: 1 }],
    [{ workload: 4 }],
    [{ workload: '2' }],
    [{ themes: [1, 1] }],
    [{ themes: [9] }],
    [{ themes: 1 }],
    [{ years: 61 }],
    [{ years: 1.5 }],
    [{ more: 'x'.repeat(4001) }],
    [{ more: 7 }],
    [{ workload: { value: 1 } }],
  ])('refuses %j', (given) => expect(acceptableAnswers(INSTRUMENT, given)).toBeNull());
});
