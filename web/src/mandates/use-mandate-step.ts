import type { UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { mandatesQuery } from './queries';

/** Sends a form about mandates, and shows the server's words where they belong. */
export const useMandateStep = <Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  take: (values: Values) => Promise<unknown>,
  onClose: () => void,
) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const faults = useFieldFaults();
  const step = useMutation({
    mutationFn: take,
    onSuccess: async () => {
      onClose();
      form.reset();
      notifyDone(t('saved'));
      await client.invalidateQueries({ queryKey: mandatesQuery.queryKey });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { busy: step.isPending, error: unshown(step.error, Object.keys(form.values)), take: step.mutate };
};
