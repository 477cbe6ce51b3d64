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

const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\u0000') || holdsNul(inner));
};

// An object where a number is wanted may not even be converted to a primitive.
const refused = (fault: unknown): never => {
  if (!(fault instanceof TypeError)) throw fault;
  throw new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.');
};

class Validation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // No text of PostgreSQL can hold it, so nobody can mean it.
    if (metadata.type !== 'custom' && holdsNul(value))
      throw new Problem(400, 'invalid-input', 'A text cannot hold the character NUL.');
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
