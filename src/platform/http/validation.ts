import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Problem, type FieldFault } from './problem.js';

const faultsOf = (errors: readonly ValidationError[], path = ''): FieldFault[] =>
  errors.flatMap((error) => {
    const field = path + error.property;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
      field,
      code: code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      message,
    }));
    return [...own, ...faultsOf(error.children ?? [], `${field}.`)];
  });

// No text of PostgreSQL can hold NUL or half a character, and no sheet or document any other control but tabs and
// ends of lines: nobody can mean them.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\0-\x08\x0e-\x1f\x7f]|\p{Surrogate}/u;

// Nothing that is described goes nearly so deep; one that does would exhaust the stack.
const MOST_LEVELS = 30;

/** Where in what was sent a text, or the name of a field, holds a sign that is no character; null where none does. */
export const unwritableField = (value: unknown, path = '', level = 0): string | null => {
  if (typeof value === 'string') return UNWRITABLE.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  if (level > MOST_LEVELS) throw new Problem(400, 'invalid-input', 'What you sent is nested too deep.');
  for (const [name, inner] of Object.entries(value)) {
    // The name itself cannot be repeated in the answer.
    const inside = path === '' ? name : `${path}.${name}`;
    const found = UNWRITABLE.test(name) ? path : unwritableField(inner, inside, level + 1);
    if (found !== null) return found;
  }
  return null;
};

const refuseUnwritable = (value: unknown, { type, data }: ArgumentMetadata): void => {
  if (type === 'custom') return;
  const field = unwritableField(value, type === 'body' ? '' : (data ?? ''));
  if (field === null) return;
  const message = 'A text holds something that is no character.';
  throw new Problem(400, 'invalid-input', message, [{ field, code: 'no-character', message }]);
};

// An object where a number is wanted may not even be converted to a primitive.
const refused = (fault: unknown): never => {
  if (!(fault instanceof TypeError)) throw fault;
  throw new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.');
};

class Validation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    refuseUnwritable(value, metadata);
    return super.transform(value, metadata).catch(refused);
  }
}

/** Holds what comes in to its DTO: unknown fields are refused, every fault names its field. */
export const validation = (): ValidationPipe =>
  new Validation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) =>
      new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.', faultsOf(errors)),
  });
