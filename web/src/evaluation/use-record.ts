import type { UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { refreshBases } from './queries';

/** Sends what a form holds, and shows the server's words where they belong. */
export const useRecord = <Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<unknown>,
  onClose: () => void,
) => {
  const { t } = useTranslation('evaluation');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const record = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      onClose();
      form.reset();
      notifyDone(t('recorded'));
      await refreshBases(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return {
    busy: record.isPending,
    error: unshown(record.error, Object.keys(form.values)),
    send: record.mutate,
  };
};
