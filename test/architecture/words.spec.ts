import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faults, problems } from '../../web/src/locales/da/problems.js';
import { audit } from '../../web/src/locales/da/audit.js';
import { roles } from '../../web/src/locales/da/roles.js';

const SOURCE = resolve(__dirname, '../../src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('demonstration/'),
);
const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `case.open` is written as `open` under `case`. */
const wordFor = (words: unknown, code: string): unknown =>
  code.split('.').reduce((bag: unknown, key) => (isBag(bag) ? bag[key] : undefined), words);
const withoutWord = (words: object, codes: readonly string[]): string[] =>
  codes.filter((code) => typeof wordFor(words, code) !== 'string');

const permissions = async (): Promise<string[]> => {
  const modules = await Promise.all(
    files
      .filter((name) => name.endsWith('.policy.ts'))
      .map(async (name): Promise<unknown> => import(join(SOURCE, name))),
  );
  const policies = modules.flatMap((module) => (isBag(module) ? Object.values(module) : []));
  return policies.flatMap((policy) => (isBag(policy) ? Object.keys(policy) : []));
};

// What a directory is told by SCIM, no person reads.
const spoken = files.filter((name) => !name.startsWith('access/scim/'));
const written = (pattern: RegExp, among: readonly string[] = files): string[] =>
  among.flatMap((name) =>
    [...readFileSync(join(SOURCE, name), 'utf8').matchAll(pattern)].map(([, text = '']) => text),
  );

const PAGES = resolve(__dirname, '../../web/src');
/** Every literal of the web's pages, whole or up to what is filled in, without the name of its texts. */
const literals = (): ReadonlySet<string> => {
  const pages = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/^locales|\.(spec|d)\.ts$/.test(name),
  );
  const found = pages.flatMap((name) => [
    ...readFileSync(join(PAGES, name), 'utf8').matchAll(/'([^'\n]*)'|`([^`$]+)\$\{/g),
  ]);
  return new Set(found.map(([, whole, head]) => (whole ?? head ?? '').replace(/^[\w-]+:/, '')));
};
const leaves = (texts: unknown, path: readonly string[] = []): string[][] =>
  isBag(texts) && !Array.isArray(texts)
    ? Object.entries(texts).flatMap(([key, value]) => leaves(value, [...path, key]))
    : [[...path]];

/** A text is said by its key without plural and context, by what is filled in behind a part of it, or as one of a list that is named. */
const isSaid = (said: ReadonlySet<string>, [, ...path]: readonly string[]): boolean => {
  const key = path.join('.').replace(/_\w+$/, '');
  if (said.has(key)) return true;
  return path.some((_, depth) => {
    const upTo = path.slice(0, depth).join('.');
    return depth > 0 && (said.has(upTo) || said.has(`${upTo}.`));
  });
};

// That English has the same keys is what web/src/locales/locales.spec.ts says.
describe('in Danish and so in English', () => {
  it('every permission and what it is about has a word', async () => {
    const codes = await permissions();
    expect(codes.length).toBeGreaterThan(60);
    const resources = codes.map((code) => code.split('.')[0] ?? '');
    expect(withoutWord(roles.permissions, codes)).toEqual([]);
    expect(withoutWord(roles.resources, resources)).toEqual([]);
  });

  it('every act that the audit tells of has a word', () => {
    const actions = written(/\baction: '([a-z-]+(?:\.[a-z-]+)+)'/g);
    expect(actions.length).toBeGreaterThan(30);
    expect(withoutWord(audit.actions, actions)).toEqual([]);
  });

  it('every refusal has a word', () => {
    const codes = written(/\b(?:conflict\(|new Problem\(4\d\d,)\s*'([a-z-]+)'/g, spoken);
    expect(codes.length).toBeGreaterThan(20);
    expect(withoutWord(problems, codes)).toEqual([]);
  });

  it('every fault of a field has a word', () => {
    const codes = written(/\binvalidField\(\s*[^,()]+,\s*'([a-zA-Z-]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    expect(withoutWord(faults, codes)).toEqual([]);
  });

  it('nothing is kept that no page says', async () => {
    const said = literals();
    const texts: unknown = await import(join(PAGES, 'locales/da/index.ts'));
    const danish = isBag(texts) ? leaves(texts.da) : [];
    expect(danish.length).toBeGreaterThan(1000);
    expect(danish.flatMap((path) => (isSaid(said, path) ? [] : path.join('.')))).toEqual([]);
  });
});
