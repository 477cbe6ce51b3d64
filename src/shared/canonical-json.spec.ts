import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is the same whatever the order of the keys', () => {
    const text = '{"a":[{"x":null,"y":"å\\n"},2.5],"b":{"c":true,"d":-1}}';
    expect(canonicalJson({ b: { d: -1, c: true, e: undefined }, a: [{ y: 'å\n', x: null }, 2.5] })).toBe(
      text,
    );
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('holds nothing that is no data', () => {
    for (const none of [Number.NaN, () => 1, Symbol('x'), 1n])
      expect(() => canonicalJson({ none })).toThrow(TypeError);
  });
});
