/** Pieces of the charts on paper: the house's colours, its typeface, and text that cannot break out of its element. */
export const COLOURS = {
  now: '#0b6e6e',
  before: '#94a3a3',
  grid: '#dfe6e6',
  text: '#4a5959',
  ink: '#16211f',
} as const;

type Attributes = Readonly<Record<string, string | number>>;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

const round = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

export const element = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${round(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
};

export const words = (x: number, y: number, content: string, attributes: Attributes = {}): string =>
  element('text', { x, y, fill: COLOURS.text, 'font-size': 11, ...attributes }, escaped(content));

export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string =>
  element('line', { x1, y1, x2, y2, stroke: COLOURS.grid, 'stroke-width': 1, ...attributes });

export const drawing = (width: number, height: number, pieces: readonly string[]): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'IBM Plex Sans',
    },
    pieces.join(''),
  );

/** Round values from 0 to at least the largest, about five steps. */
export const scaleOf = (largest: number): readonly number[] => {
  const rough = Math.max(largest, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10) * power;
  return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, index) => index * step);
};
