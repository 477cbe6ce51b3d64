import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyFailed } from '../../ui/notify';
import { useProblemText } from '../../ui/use-problem-text';
import { refreshInstruments } from './queries';

/** A button's act: done, told, and shown. */
export const useInstrumentStep = <Given = void, Got = unknown>(
  act: (given: Given) => Promise<Got>,
  onDone?: (got: Got) => void,
) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useProblemText();
  return useMutation({
    mutationFn: act,
    onSuccess: async (got) => {
      onDone?.(got);
      notifyDone(t('saved'));
      await refreshInstruments(client);
    },
    onError: (error) => notifyFailed(words(error)),
  });
};
