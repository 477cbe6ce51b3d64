import { isRecord, type UnknownRecord } from '../../shared/record.js';

/** Why a specification or its data cannot be evaluated; ends the command with 2. */
export class EvaluationFault extends Error {
  override readonly name = 'EvaluationFault';
}

/**
 * What a key of a specification may be.
 * - `numbers`, `labels`: the name of a column
 * - `columns`, `categories`: names of columns of numbers, of labels
 * - `number`, `whole`, `boolean`, `text`, `choice`, `list`: a value; `list` one of numbers
 */
export type FieldKind =
  | 'numbers'
  | 'labels'
  | 'columns'
  | 'categories'
  | 'number'
  | 'whole'
  | 'boolean'
  | 'text'
  | 'choice'
  | 'list';

export interface Field {
  readonly kind: FieldKind;
  readonly help: string;
  readonly required?: true;
  readonly choices?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

/** Keys that every design understands. */
export const COMMON: Fields = {
  only: { kind: 'text', help: '{"column": ["label", …]}: rows with other labels are left out' },
  log: { kind: 'categories', help: 'columns to take the natural logarithm of' },
  skipIncomplete: {
    kind: 'boolean',
    help: 'leave rows out that lack one of the named numbers; refused unless told',
  },
  confidence: { kind: 'number', help: 'of intervals; 0.95' },
};

const KINDS: Readonly<Record<FieldKind, string>> = {
  numbers: 'column of numbers',
  labels: 'column',
  columns: 'list of columns of numbers',
  categories: 'list of columns',
  number: 'number',
  whole: 'whole number',
  boolean: 'true or false',
  text: 'text',
  choice: 'one of',
  list: 'list of numbers',
};

/** A key in the words of the help. */
export const described = (name: string, { kind, help, required, choices }: Field): string => {
  const what = choices ? choices.join(' | ') : KINDS[kind];
  return `    ${`${name}${required ? ' *' : ''}`.padEnd(18)}${what}: ${help}`;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Whether a value fits; in words what is wanted where it does not. */
const FITS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  numbers: isText,
  labels: isText,
  columns: (value) => Array.isArray(value) && value.every(isText),
  categories: (value) => Array.isArray(value) && value.every(isText),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  whole: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  text: isText,
  choice: isText,
  list: (value) => Array.isArray(value) && value.every((each) => typeof each === 'number'),
};

/** A decoded specification: what it says under each key. */
export type Spec = UnknownRecord;

/**
 * Reads a specification.
 * @throws EvaluationFault naming the key and what is wanted of it.
 */
export const decodeSpec = (text: string, fields: Fields): Spec => {
  const spec = parsed(text);
  const known: Fields = { ...COMMON, ...fields };
  for (const [name, value] of Object.entries(spec)) {
    const field = known[name];
    if (!field)
      throw new EvaluationFault(
        `the specification has no key "${name}"; it has ${Object.keys(known).join(', ')}`,
      );
    if (name === 'only') requireOnly(value);
    else if (!FITS[field.kind](value)) throw new EvaluationFault(`"${name}" must be: ${KINDS[field.kind]}`);
    if (field.choices && !field.choices.some((choice) => choice === value))
      throw new EvaluationFault(`"${name}" must be one of ${field.choices.join(', ')}`);
  }
  const missing = Object.keys(fields).filter((name) => fields[name]?.required && !(name in spec));
  if (missing.length > 0) throw new EvaluationFault(`the specification lacks ${missing.join(', ')}`);
  return spec;
};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const spec: unknown = JSON.parse(text);
    if (isRecord(spec)) return spec;
  } catch (fault) {
    throw new EvaluationFault(
      `the specification is not JSON: ${fault instanceof Error ? fault.message : ''}`,
    );
  }
  throw new EvaluationFault('the specification must be one JSON object');
};

const requireOnly = (value: unknown): void => {
  const fits =
    isRecord(value) && Object.values(value).every((labels) => Array.isArray(labels) && labels.every(isText));
  if (!fits) throw new EvaluationFault('"only" must be like {"column": ["label"]}');
};

/** The rows to keep: labels by column. */
export const onlyOf = (spec: Spec): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    Object.entries(isRecord(spec['only']) ? spec['only'] : {}).map(([column, labels]) => [
      column,
      new Set(Array.isArray(labels) ? labels.map(String) : []),
    ]),
  );

/** Names of columns under a key: one, several or none. */
export const columnNames = (spec: Spec, key: string): string[] => {
  const value = spec[key];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
};
