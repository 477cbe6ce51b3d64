import { choiceParam, pageParam, sortParam, textParam } from './search-params';

describe('search params', () => {
  it.each([
    [2, 2],
    ['3', 3],
    [1, undefined],
    [-4, undefined],
    ['x', undefined],
    [2.5, undefined],
    [undefined, undefined],
  ])('reads page %p as %p', (raw, page) => {
    expect(pageParam(raw)).toBe(page);
  });

  it('takes only a known choice', () => {
    expect(choiceParam('open', ['open', 'closed'])).toBe('open');
    expect(choiceParam('<script>', ['open', 'closed'])).toBeUndefined();
  });

  it('takes a column name with an optional minus', () => {
    expect(sortParam('-name')).toBe('-name');
    expect(sortParam('name; drop')).toBeUndefined();
  });

  it('drops empty and overlong texts', () => {
    expect(textParam('')).toBeUndefined();
    expect(textParam('x'.repeat(101))).toBeUndefined();
  });
});
