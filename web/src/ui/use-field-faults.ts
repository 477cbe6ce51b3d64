import { useCallback } from 'react';
import { problemOf } from '../api/problem';
import { useWord } from './use-word';

/** What is said against each field, in the reader's language where the code is known, for a form's `setErrors`. */
export const useFieldFaults = (): ((error: unknown) => Record<string, string>) => {
  const word = useWord();
  return useCallback(
    (error) =>
      Object.fromEntries(
        problemOf(error).fields.map(({ field, code, message }) => {
          const known = word('app', 'faults', code);
          return [field, known === code ? message : known];
        }),
      ),
    [word],
  );
};

/** The error itself when no field of the form shows it, else null. */
export const unshown = (error: unknown, fields: readonly string[]): unknown => {
  if (error === null || error === undefined) return null;
  const faults = problemOf(error).fields;
  return faults.length > 0 && faults.every(({ field }) => fields.includes(field)) ? null : error;
};
