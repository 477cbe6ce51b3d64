import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyFailed } from '../ui/notify';
import { useProblemText } from '../ui/use-problem-text';
import { refreshIntroductions } from './queries';

/** One act on an introduction: done, and everything that shows it looked up anew. */
export const useAct = <Given>(act: (given: Given) => Promise<unknown>, onDone?: () => void) => {
  const client = useQueryClient();
  const words = useProblemText();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onDone?.();
      await refreshIntroductions(client);
    },
    onError: (error) => notifyFailed(words(error)),
  });
};
