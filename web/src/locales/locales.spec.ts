import { da } from './da';
import { en } from './en';

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const leaves = (texts: unknown, path = ''): [string, unknown][] =>
  isBag(texts)
    ? Object.entries(texts).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`))
    : [[path, texts]];

const holes = (text: unknown): string[] => (String(text).match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('the languages', () => {
  const danish = new Map(leaves(da));
  const english = new Map(leaves(en));

  it('have the same keys', () => {
    expect([...english.keys()].toSorted()).toEqual([...danish.keys()].toSorted());
  });

  it.each([...leaves(da), ...leaves(en)])('say something at %s', (_key, text) => {
    expect(String(text).trim()).not.toBe('');
  });

  it('leave the same holes to be filled', () => {
    for (const [key, text] of danish) expect([key, holes(english.get(key))]).toEqual([key, holes(text)]);
  });
});
