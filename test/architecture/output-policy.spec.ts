import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Role } from '../../src/access/index.js';
import { isRecord } from '../../src/shared/record.js';
import { MATRIX } from '../access/matrix/table.js';

const read = (path: string): string => readFileSync(resolve(__dirname, '../..', path), 'utf8');

/** Who sees their own people, citizens or mandates; human resources everybody. */
const SEES_PERSONS: ReadonlySet<Role> = new Set<Role>([
  'hr-manager',
  'line-manager',
  'retention-consultant',
  'team-lead',
  'caseworker',
  'job-coach',
]);

/** Made of answers, which nobody sees one by one. */
const OF_ANSWERS = /^\/api\/(survey-|action-plans|workplace-assessments|learning)/;

const openapi: unknown = JSON.parse(read('openapi.json'));

const at = (value: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>((found, name) => (isRecord(found) ? found[name] : undefined), value);

/** Whether anything that has this schema holds a number, or is a file. */
const tellsNumber = (schema: unknown, seen: readonly string[] = []): boolean => {
  if (Array.isArray(schema)) return schema.some((one) => tellsNumber(one, seen));
  if (!isRecord(schema)) return false;
  const { $ref: reference, type, format, enum: _words, ...parts } = schema;
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return !seen.includes(name) && tellsNumber(at(openapi, 'components', 'schemas', name), [...seen, name]);
  }
  if (type === 'number' || type === 'integer' || format === 'binary') return true;
  return Object.values(parts).some((part) => tellsNumber(part, seen));
};

const answers = (route: string): boolean => {
  const [method = '', path = ''] = route.split(' ');
  const responses = at(openapi, 'paths', path, method.toLowerCase(), 'responses');
  return tellsNumber(isRecord(responses) ? Object.values(responses).map((one) => at(one, 'content')) : []);
};

const isAboutGroups = ([route, row]: readonly [string, (typeof MATRIX)[string]]): boolean => {
  if (OF_ANSWERS.test(route.split(' ')[1] ?? '')) return true;
  if (typeof row === 'string') return false;
  return Object.values(row)
    .flat()
    .some((role) => !SEES_PERSONS.has(role));
};

const exits = [
  ...new Set(
    Object.entries(MATRIX)
      .filter((entry) => isAboutGroups(entry) && answers(entry[0]))
      .map(([route]) => route.split(' ')[1] ?? ''),
  ),
];

const rows = [...read('docs/output-policy.md').matchAll(/`(\/api\/[^`]+)`/g)].map(([, route = '']) => route);
const covers = (row: string, path: string): boolean =>
  row.endsWith('…') ? path.startsWith(row.slice(0, -1)) : path === row;

describe('the output policy', () => {
  it('has many exits', () => {
    expect(exits.length).toBeGreaterThan(30);
    expect(exits).toContain('/api/partnerships/{id}/effect');
  });

  it.each(exits)('%s stands in docs/output-policy.md', (path) => {
    expect(rows.filter((row) => covers(row, path))).not.toEqual([]);
  });

  it.each(rows)('%s is a route', (row) => {
    const paths = Object.keys(MATRIX).map((route) => route.split(' ')[1] ?? '');
    expect(paths.some((path) => covers(row, path))).toBe(true);
  });
});
