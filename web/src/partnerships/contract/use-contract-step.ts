import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyDone, notifyFailed } from '../../ui/notify';
import { useProblemText } from '../../ui/use-problem-text';
import { refreshPartnership } from './queries';

/** A step of a contract from a button that stands alone: done and said, or said why not. */
export const useContractStep = <Given, Done>(
  partnershipId: string,
  take: (given: Given) => Promise<Done>,
  { done, then }: { done: string; then?: (done: Done) => void },
) => {
  const client = useQueryClient();
  const words = useProblemText();
  return useMutation({
    mutationFn: take,
    onSuccess: async (answered) => {
      notifyDone(done);
      await refreshPartnership(client, partnershipId);
      then?.(answered);
    },
    onError: (error) => notifyFailed(words(error)),
  });
};
