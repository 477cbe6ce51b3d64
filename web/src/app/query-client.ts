import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/problem';

const MINUTE = 60_000;

/** Asks again only where asking again can help: the network, or a server that was busy. */
const worthAskingAgain = (failures: number, error: Error): boolean => {
  const { status } = problemOf(error);
  return failures < 2 && (status === 0 || status === 502 || status === 503);
};

type Session = {
  /** An answer said that nobody is signed in. */
  onOver: () => void;
  /** An answer came, so somebody is. */
  onAlive: () => void;
};

export const makeQueryClient = ({ onOver, onAlive }: Session): QueryClient => {
  const watch = (error: Error): void => {
    if (problemOf(error).status === 401) onOver();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch, onSuccess: onAlive }),
    mutationCache: new MutationCache({ onError: watch, onSuccess: onAlive }),
    defaultOptions: {
      queries: { staleTime: MINUTE / 2, retry: worthAskingAgain, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
};
