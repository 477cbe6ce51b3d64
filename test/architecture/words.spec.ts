import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { purposeIn } from '../../src/access/audit/purposes.js';
import { app } from '../../web/src/locales/da/app.js';
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
    expect(withoutWord(app.problems, codes)).toEqual([]);
  });

  it('every fault of a field has a word', () => {
    const codes = written(/\binvalidField\(\s*[^,()]+,\s*'([a-zA-Z-]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    expect(withoutWord(app.faults, codes)).toEqual([]);
  });

  it('every purpose has a word', () => {
    const purposes = [
      /\bpurpose: '([^']+)'/g,
      /\bsystemActor\(\s*'([^']+)'/g,
      /\bPURPOSE = '([^']+)'/g,
    ].flatMap((pattern) => written(pattern));
    expect(purposes.length).toBeGreaterThan(20);
    expect(
      purposes.filter((purpose) => purposeIn('da', purpose) === purpose && purpose !== 'demonstration'),
    ).toEqual([]);
  });
});
