import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const model = readFileSync(resolve(ROOT, 'docs/threat-model.md'), 'utf8');

interface Threat {
  readonly threat: string;
  readonly tests: readonly string[];
}

/** A name without a folder is one beside the name before it: "`test/access/session`, `passwords`". */
const testsIn = (cell: string): string[] => {
  let folder = '';
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => {
    const path = name.includes('/') ? name : `${folder}/${name}`;
    folder = path.slice(0, path.lastIndexOf('/'));
    return path;
  });
};

const threats: Threat[] = model
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Threat') && !line.startsWith('| ---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, threat = '', , tests = '']) => ({ threat, tests: testsIn(tests) }));

const specs = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('spec.ts'))
    .map((name) => `${folder}/${name}`),
);

/** A folder of tests, a file of them by its name without ending, or a pattern of files. */
const exists = (path: string): boolean => {
  const pattern = path
    .replace(/\.spec$/, '')
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(?:.+/)?')
    .replaceAll('*', '[^/]*');
  const wanted = new RegExp(`^${pattern}(?:/.+)?\\.(?:int-)?spec\\.ts$`);
  return specs.some((spec) => wanted.test(spec));
};

describe('the threat model', () => {
  it('has a line for many threats, of every kind', () => {
    expect(threats.length).toBeGreaterThan(20);
    for (const kind of [
      'Spoofing',
      'Tampering',
      'Repudiation',
      'Information disclosure',
      'Denial of service',
      'Elevation',
    ])
      expect(threats.filter(({ threat }) => threat.startsWith(`**${kind}.**`))).toHaveLength(1);
  });

  it.each(threats)('$threat: the tests it names are there', ({ tests }) => {
    const named = tests.filter((path) => !path.startsWith('every '));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });
});
