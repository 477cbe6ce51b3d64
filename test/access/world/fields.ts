import { resolved, type Operation, type Schema } from './operations.js';

/** Where in a request a text stands: a parameter of the query, or a field of the body by its path. */
export interface Place {
  readonly name: string;
  readonly in: 'query' | 'body';
  readonly path: readonly string[];
  readonly format: string | null;
  readonly inList: boolean;
}

const placesIn = (given: Schema, path: readonly string[]): Place[] => {
  const schema = resolved(given);
  if (schema.type === 'string')
    return [{ name: path.join('.'), in: 'body', path, format: schema.format ?? null, inList: false }];
  if (schema.type === 'array' && schema.items) {
    const item = resolved(schema.items);
    return item.type === 'string'
      ? [{ name: path.join('.'), in: 'body', path, format: item.format ?? null, inList: true }]
      : [];
  }
  if (schema.additionalProperties)
    return [{ name: `${path.join('.')}.*`, in: 'body', path: [...path, 'key'], format: null, inList: false }];
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => placesIn(field, [...path, name]));
};

/** Every place of a route where a text may stand, as its description says. */
export const stringPlaces = ({ parameters, body }: Operation): Place[] => {
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => ({ name, schema: resolved(schema) }))
    .map(({ name, schema }): Place => {
      return { name: `?${name}`, in: 'query', path: [name], format: schema.format ?? null, inList: false };
    });
  return [...query, ...(body ? placesIn(body, []) : [])];
};

export interface Draft {
  readonly url: string;
  readonly body: object | null;
}

const put = (target: unknown, [head, ...rest]: readonly string[], value: unknown): unknown => {
  if (head === undefined) return value;
  const inner: Readonly<Record<string, unknown>> =
    typeof target === 'object' && target !== null ? { ...target } : {};
  return { ...inner, [head]: put(inner[head], rest, value) };
};

/** A request with something else at one place. */
export const withValue = ({ url, body }: Draft, place: Place, value: unknown): Draft => {
  const [name = ''] = place.path;
  if (place.in === 'query') {
    const query = new URLSearchParams({ [name]: String(value) });
    return { url: `${url}?${query.toString()}`, body };
  }
  const changed = put(body, place.path, place.inList ? [value] : value);
  return { url, body: typeof changed === 'object' ? changed : body };
};
