import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyFailed } from '../ui/notify';
import { useProblemText } from '../ui/use-problem-text';
import { linkPageQuery } from './queries';
import type { LinkPageView } from './views';

/** Sends something from the page behind a link; the answer is the page as it is then. */
export const useOwnAct = <Given>(secret: string, act: (given: Given) => Promise<LinkPageView>) => {
  const client = useQueryClient();
  const words = useProblemText();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => client.setQueryData(linkPageQuery(secret).queryKey, view),
    onError: (error) => notifyFailed(words(error)),
  });
};
