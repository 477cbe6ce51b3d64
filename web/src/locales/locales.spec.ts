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

  it('say something everywhere', () => {
    const silent = [...danish, ...english].filter(([, text]) => String(text).trim() === '');
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('leave the same holes to be filled', () => {
    const holesOf = (texts: Map<string, unknown>) =>
      [...texts].map(([key, text]) => [key, holes(text)]).toSorted();
    expect(holesOf(english)).toEqual(holesOf(danish));
  });
});
