import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { resolved, type Operation, type Schema } from '../world/operations.js';

/** Texts that have broken one program or another. `<nv-echo>` would come back as it is where input is echoed as HTML. */
const TEXTS = [
  '<nv-echo>',
  '<script>nv_echo()</script>',
  '"><img src=x onerror=nv_echo()>',
  `' or 1=1 --`,
  '; drop table people; --',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '%00%0a%0d',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\u202Eabc',
  'æøåÆØÅ',
  '𝕬'.repeat(50),
  'x'.repeat(5_000),
  '=cmd|calc!A1',
  '__proto__',
  'constructor',
  'null',
  'true',
  'NaN',
  '1e309',
  '-1',
  '0x7fffffff',
  '9999-99-99',
  '2026-02-30',
  '0000-01-01',
  '+275760-09-13',
  '10000-01-01',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'urn:uuid:6f9619ff-8b86-d011-b42d-00cf4fc964ff',
  '',
  ' ',
  '\t\r\n',
];

const VALUES: readonly unknown[] = [
  ...TEXTS,
  ...TEXTS,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  [],
  [[]],
  [null],
  {},
  { $ne: null },
  { length: 1e9 },
  { toString: 'x' },
  { constructor: { prototype: { admin: true } } },
  Array.from({ length: 600 }, () => 'a'),
];

/** A source of chance that a seed repeats. */
export interface Dice {
  upTo(count: number): number;
  pick<T>(items: readonly T[]): T;
}

export const diceOf = (seed: number): Dice => {
  const generator = xoroshiro128plus(seed);
  const upTo = (count: number): number => uniformInt(generator, 0, Math.max(0, count - 1));
  const pick = <T>(items: readonly T[]): T => {
    const [chosen] = items.slice(upTo(items.length));
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  };
  return { upTo, pick };
};

const wrongOf = (schema: Schema, dice: Dice): unknown => {
  const { maximum, minimum, maxLength, enum: allowed } = resolved(schema);
  const near: unknown[] = [
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maxLength === undefined ? [] : ['y'.repeat(maxLength + 1)]),
    ...(allowed === undefined ? [] : [`${String(allowed[0])} `, String(allowed[0]).toUpperCase()]),
  ];
  return near.length > 0 && dice.upTo(3) === 0
    ? dice.pick(near)
    : dice.pick(VALUES.map((value) => [value]))[0];
};

/** A body with one or two fields made hostile, a field too many or one too few; or something that is no object. */
export const hostileBody = (schema: Schema, valid: object, dice: Dice): unknown => {
  const fields = Object.entries(schema.properties ?? {});
  if (dice.upTo(20) === 0) return dice.pick([[], 'text', 7, null, [[valid]]].map((value) => [value]))[0];
  const changed: [string, unknown][] = Object.entries(valid);
  for (let times = 1 + dice.upTo(2); times > 0 && fields.length > 0; times -= 1) {
    const [name, field] = dice.pick(fields);
    changed.push([name, wrongOf(field, dice)]);
  }
  if (dice.upTo(6) === 0) changed.push([dice.pick(['admin', 'tenantId', '__proto__', 'role', 'id']), 'x']);
  const body = Object.fromEntries(changed);
  const [drop] = dice.upTo(8) === 0 ? Object.keys(body).slice(dice.upTo(3)) : [];
  return drop === undefined ? body : { ...body, [drop]: undefined };
};

const encoded = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  // A lone surrogate has no percent code.
  return encodeURIComponent(Buffer.from(text).toString()).slice(0, 6_000);
};

/** The query of a route with some parameter made hostile, doubled or unknown. */
export const hostileQuery = ({ parameters }: Operation, dice: Dice): string => {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  if (known.length === 0 || dice.upTo(5) === 0) return `${dice.pick(['x', '__proto__', 'a[b]', 'page'])}=1`;
  const { name, schema } = dice.pick(known);
  const one = `${name}=${encoded(wrongOf(schema, dice))}`;
  return dice.upTo(5) === 0 ? `${one}&${one}` : one;
};

/** Something else where a path has an id. */
export const hostileSegment = (dice: Dice): string =>
  encoded(dice.pick(TEXTS.filter((text) => text.trim() !== ''))).slice(0, 300);
