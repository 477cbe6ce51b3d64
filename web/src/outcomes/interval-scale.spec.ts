import { placeOf, spanOf } from './interval-scale';

describe('the scale of intervals', () => {
  const effect = (avoided: string, lower: string | null, upper: string | null) => ({
    expected: '100',
    observed: '90',
    avoided,
    lower,
    upper,
  });

  it('holds every end and nothing, with air', () => {
    const span = spanOf([effect('10', '2', '18'), effect('5', null, null)]);
    expect(span.low).toBeCloseTo(-1.44);
    expect(span.high).toBeCloseTo(19.44);
    expect(placeOf(span.high, span, 200)).toBe(200);
    expect(placeOf(span.low, span, 200)).toBe(0);
  });

  it('has a width also where nothing is told', () => {
    const span = spanOf([]);
    expect(placeOf(0, span, 100)).toBe(50);
  });
});
