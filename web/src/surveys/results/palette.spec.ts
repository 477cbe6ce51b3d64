import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUNDS, INK, STEPS, stepOf } from './palette';

const channels = (hex: string): number[] =>
  [1, 3, 5].map((from) => {
    const value = parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

describe('the palette of the heat-map', () => {
  it.each(STEPS)('lets the figure on %s be read (WCAG AA, small text)', (step) => {
    expect(contrast(GROUNDS[step], INK)).toBeGreaterThanOrEqual(4.5);
  });

  it('is the one of the style sheet', () => {
    const css = readFileSync(join(__dirname, 'heat-map.module.css'), 'utf8');
    for (const step of STEPS) expect(css).toMatch(new RegExp(`\\.${step} \\{[^}]*${GROUNDS[step]}`));
  });

  it.each([
    [39.9, true, 'worst'],
    [40, true, 'worse'],
    [55, true, 'middle'],
    [60, true, 'better'],
    [70, true, 'best'],
    [70, false, 'worst'],
    [30, false, 'best'],
  ] as const)('puts %f (higher is better: %s) at %s', (mean, higherIsBetter, step) => {
    expect(stepOf(mean, higherIsBetter)).toBe(step);
  });
});
