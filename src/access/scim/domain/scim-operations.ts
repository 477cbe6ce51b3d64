import { isRecord, type UnknownRecord } from '../../../shared/record.js';
import { invalidSyntax } from './scim-problem.js';

/** One change of a PATCH (RFC 7644 § 3.5.2). */
export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string | null;
  readonly value: unknown;
}

const KINDS = ['add', 'replace', 'remove'] as const;
const MOST = 1_000;

/** A field by its name in whatever case: attribute names have none (RFC 7643 § 2.1). */
export const fieldOf = (fields: UnknownRecord, name: string): unknown =>
  Object.entries(fields).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

const operationOf = (given: unknown): Operation => {
  if (!isRecord(given)) throw invalidSyntax('An operation is an object.');
  const name = fieldOf(given, 'op');
  // Entra ID writes them with a capital letter.
  const op = KINDS.find((kind) => typeof name === 'string' && kind === name.toLowerCase());
  if (!op) throw invalidSyntax('An operation is add, replace or remove.');
  const path = fieldOf(given, 'path') ?? null;
  if (path !== null && typeof path !== 'string') throw invalidSyntax('A path is a text.');
  return { op, path, value: fieldOf(given, 'value') };
};

/** What a PATCH asks for, in order. @throws Problem 400 */
export const readOperations = (body: unknown): readonly Operation[] => {
  const operations = isRecord(body) ? fieldOf(body, 'Operations') : null;
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > MOST)
    throw invalidSyntax(`A change is a list of 1 to ${MOST} operations.`);
  return operations.map(operationOf);
};
