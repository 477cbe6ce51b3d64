import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const SOURCE = resolve(__dirname, '../../src');

/** Left may not know right; names within one tier may not know each other. */
const TIERS: readonly (readonly string[])[] = [
  ['shared'],
  ['evidence'],
  ['config'],
  ['platform'],
  ['access'],
  ['disclosure'],
  ['organisations'],
  ['people'],
  ['absence'],
  ['surveys'],
  ['learning', 'onboarding'],
  ['signals'],
  ['cases'],
  ['own-page'],
  ['partnerships'],
  ['outcomes'],
  ['reports', 'notifications'],
  ['demonstration', 'command-line'],
];
const rankOf = (domain: string): number => TIERS.findIndex((tier) => tier.includes(domain));

interface Import {
  readonly from: string;
  readonly to: string;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const importsOf = (file: string): Import[] => {
  const targets = [
    ...readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'|import\('(\.{1,2}\/[^']+)'\)/g),
  ];
  return targets.map((match) => ({
    from: relative(SOURCE, file),
    to: relative(SOURCE, resolve(file, '..', match[1] ?? match[2] ?? '')),
  }));
};

const imports = filesUnder(SOURCE)
  .filter((file) => !file.endsWith('plugin-metadata.ts'))
  .flatMap(importsOf);
const domainOf = (path: string): string => path.split('/')[0] ?? '';
const isDomain = (path: string): boolean => path.includes('/') && !path.startsWith('..');

describe('the layers of the house', () => {
  it('reads real imports', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('knows every domain', () => {
    const unknown = imports
      .map((found) => found.from)
      .filter((from) => isDomain(from) && rankOf(domainOf(from)) < 0);
    expect([...new Set(unknown.map(domainOf))]).toEqual([]);
  });

  it('lets a domain know only those to its left', () => {
    const upward = imports.filter(
      ({ from, to }) =>
        isDomain(from) &&
        isDomain(to) &&
        domainOf(from) !== domainOf(to) &&
        rankOf(domainOf(to)) >= rankOf(domainOf(from)),
    );
    expect(upward).toEqual([]);
  });

  it('lets a domain know another only by its public face', () => {
    const open = new Set(['shared', 'config', 'platform', 'evidence']);
    const inward = imports.filter(
      ({ from, to }) =>
        isDomain(from) &&
        isDomain(to) &&
        domainOf(from) !== domainOf(to) &&
        !open.has(domainOf(to)) &&
        !to.endsWith('/index.js'),
    );
    expect(inward).toEqual([]);
  });

  it('keeps decisions pure: no framework, database, clock or randomness in domain and shared', () => {
    const pure = filesUnder(SOURCE).filter((file) => /\/(domain|shared|evidence)\//.test(file));
    const impure = pure.filter((file) =>
      /from '(@nestjs|typeorm|pg|bullmq|node:fs|node:crypto)|new Date\(\)|Date\.now|Math\.random|\basync\b/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(impure.map((file) => relative(SOURCE, file))).toEqual([]);
  });

  it('opens a transaction only behind the doors and in the machinery of jobs and health', () => {
    const users = imports
      .filter(({ to }) => to === 'platform/database/transaction.js')
      .map(({ from }) => from);
    expect(
      users.filter((from) => from !== 'access/doors.ts' && !/^platform\/(jobs|health)\//.test(from)),
    ).toEqual([]);
  });

  it('reads the process’s environment in one place', () => {
    const readers = filesUnder(SOURCE).filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers.map((file) => relative(SOURCE, file))).toEqual(['config/env.ts']);
  });
});
