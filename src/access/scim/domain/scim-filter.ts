import { invalidFilter } from './scim-problem.js';

export interface Filter<A extends string> {
  readonly attribute: A;
  readonly value: string;
}

const EQUALS = /^\s*([\w:.]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i;

const textIn = (quoted: string): string => {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw invalidFilter();
  }
};

/** `userName eq "lis@fjordby.dk"`: the one kind of filter that directories send. @throws Problem 400 for another */
export const readFilter = <A extends string>(
  filter: string | undefined,
  attributes: readonly A[],
): Filter<A> | null => {
  if (filter === undefined || filter.trim() === '') return null;
  const [, name = '', quoted = ''] = EQUALS.exec(filter) ?? [];
  const attribute = attributes.find((one) => one.toLowerCase() === name.toLowerCase());
  if (!attribute) throw invalidFilter();
  return { attribute, value: textIn(quoted) };
};
