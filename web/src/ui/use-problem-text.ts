import { useCallback } from 'react';
import { problemOf } from '../api/problem';
import { useWord } from './use-word';

/** What went wrong, in the reader's language where its code is known, else as the server said it. */
export const useProblemText = (): ((error: unknown) => string) => {
  const word = useWord();
  return useCallback(
    (error) => {
      const problem = problemOf(error);
      const known = word('app', 'problems', problem.code);
      return known === problem.code ? (problem.detail ?? problem.title) : known;
    },
    [word],
  );
};
