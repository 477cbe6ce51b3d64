import { problemOf } from '../api/problem';

/** The server's words against each field, for a form's `setErrors`; empty when the problem names none. */
export const fieldFaults = (error: unknown): Record<string, string> =>
  Object.fromEntries(problemOf(error).fields.map(({ field, message }) => [field, message]));

/** The error itself when no field of the form shows it, else null. */
export const unshown = (error: unknown, fields: readonly string[]): unknown => {
  if (error === null || error === undefined) return null;
  const faults = problemOf(error).fields;
  return faults.length > 0 && faults.every(({ field }) => fields.includes(field)) ? null : error;
};
