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

// No text of PostgreSQL can hold NUL or half a character, so nobody can mean them.
const UNWRITABLE = /\0|\p{Surrogate}/u;
export const isUnwritable = (value: unknown): boolean => {
  if (typeof value === 'string') return UNWRITABLE.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => UNWRITABLE.test(name) || isUnwritable(inner));
};

// An object where a number is wanted may not even be converted to a primitive.
const refused = (fault: unknown): never => {
  if (!(fault instanceof TypeError)) throw fault;
  throw new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.');
};

class Validation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom' && isUnwritable(value))
      throw new Problem(400, 'invalid-input', 'A text holds something that is no character.');
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
