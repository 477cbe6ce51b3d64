import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const text = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest = (path: string): Manifest => JSON.parse(text(path));
const product = manifest('package.json');
const engines = manifest('src/platform/engines/package.json');
const web = manifest('web/package.json');
const namesOf = (...lists: (Readonly<Record<string, string>> | undefined)[]): string[] =>
  lists
    .flatMap((list) => Object.keys(list ?? {}))
    // Types of a package that is named itself.
    .filter((name) => !name.startsWith('@types/'));

interface Row {
  /** Each package by the names that it may have been meant by. */
  readonly packages: readonly (readonly string[])[];
  readonly cells: readonly string[];
}

/** A name without a scope beside one with: "`@nestjs/common`, `core`" is `@nestjs/core`, unless there is a plain `core`. */
const packagesIn = (cell: string): string[][] => {
  let scope = '';
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => {
    if (name.startsWith('@')) scope = name.slice(0, name.indexOf('/') + 1);
    return name.startsWith('@') || scope === '' ? [name] : [name, `${scope}${name}`];
  });
};

const rowsOf = (section: string): Row[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => ({
      packages: packagesIn(cells[0] ?? ''),
      cells: cells.slice(1).map((cell) => cell.trim()),
    }));

const sections = text('docs/dependencies.md').split('\n## ');
const runtimeRows = sections
  .filter((section) => /^The (product|dashboard)/.test(section))
  .flatMap((section) => rowsOf(section));
const allRows = sections.flatMap((section) => rowsOf(section));

const covers = (name: string, wanted: string): boolean =>
  name.endsWith('*') ? wanted.startsWith(name.slice(0, -1)) : name === wanted;
const isNamed = (rows: readonly Row[], wanted: string): boolean =>
  rows.some(({ packages }) => packages.flat().some((name) => covers(name, wanted)));

// The dashboard is built: what it runs on is a development dependency of its workspace.
const RUNTIME = namesOf(
  product.dependencies,
  engines.dependencies,
  engines.optionalDependencies,
  web.devDependencies,
);
const ALL = [...RUNTIME, ...namesOf(product.devDependencies, engines.devDependencies)];

describe('docs/dependencies.md', () => {
  it('names every dependency of the product and the dashboard as such', () => {
    expect(RUNTIME.length).toBeGreaterThan(50);
    expect(RUNTIME.filter((name) => !isNamed(runtimeRows, name))).toEqual([]);
  });

  it('names every dependency of development too', () => {
    expect(ALL.filter((name) => !isNamed(allRows, name))).toEqual([]);
  });

  it('says of each its licence, why it is there and what it replaces', () => {
    const unsaid = runtimeRows.filter(({ cells }) => cells.length !== 3 || cells.includes(''));
    expect(unsaid).toEqual([]);
  });

  it('names none that is gone', () => {
    const named = allRows.flatMap(({ packages }) => packages);
    const gone = named.filter((names) => !names.some((name) => ALL.some((wanted) => covers(name, wanted))));
    expect(gone).toEqual([]);
  });
});
