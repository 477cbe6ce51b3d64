import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseFormReturnType } from '@mantine/form';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { refreshCase } from './queries';

/** Sends one step of a case from its form, and shows the server's words where they belong. */
export const useCaseStep = <Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  take: (values: Values) => Promise<unknown>,
  onClose: () => void,
) => {
  const client = useQueryClient();
  const faults = useFieldFaults();
  const step = useMutation({
    mutationFn: take,
    onSuccess: async () => {
      onClose();
      form.reset();
      await refreshCase(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { busy: step.isPending, error: unshown(step.error, Object.keys(form.values)), take: step.mutate };
};
