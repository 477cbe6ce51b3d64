import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

type Paths = Readonly<
  Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
>;

const { paths }: { readonly paths: Paths } = JSON.parse(
  readFileSync(resolve(__dirname, '../../openapi.json'), 'utf8'),
);

/** Text that may stand in an address: codes of the product, what a unit is called, and what SCIM wants there (RFC 7644). */
const KNOWN = {
  '/api/scim/v2/': ['filter', 'attributes', 'excludedAttributes'],
  '/api/audit-entries': ['action'],
  '/api/signals': ['rule'],
  '/api/survey-results/': ['name', 'item'],
};

const isFreeText = ({ in: place, schema = {} }: Parameter): boolean => {
  const { type, format, pattern, enum: values } = schema.items ?? schema;
  return place === 'query' && type === 'string' && !format && !pattern && !values;
};

const freeText = Object.entries(paths).flatMap(([path, operations]) =>
  Object.values(operations).flatMap(({ parameters = [] }) =>
    parameters.filter(isFreeText).map(({ name }) => ({ path, name })),
  ),
);

describe('addresses', () => {
  it('hold no free text, in which a person could be named: searches travel in bodies', () => {
    const isKnown = ({ path, name }: { path: string; name: string }): boolean =>
      Object.entries(KNOWN).some(([begin, names]) => path.startsWith(begin) && names.includes(name));
    expect(freeText.length).toBeGreaterThan(3);
    expect(freeText.filter((text) => !isKnown(text))).toEqual([]);
  });

  it('name no person by anything but an id', () => {
    const parts = Object.keys(paths).flatMap((path) => path.match(/\{[^}]+\}/g) ?? []);
    expect(new Set(parts.filter((part) => /name|mail|cpr|number|person[^I]/i.test(part)))).toEqual(new Set());
  });
});
