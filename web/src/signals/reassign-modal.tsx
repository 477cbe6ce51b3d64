import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { consultantsQuery, reassignSignal, refreshSignals } from './queries';

/** The team lead hands a signal on; what lies with each is shown to share the load, not to compare. */
export const ReassignModal = ({ signalId, onClose }: { signalId: string; onClose: () => void }) => {
  const { t } = useTranslation(['signals', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const consultants = useQuery(consultantsQuery);
  const form = useForm<{ hatId: string | null }>({
    initialValues: { hatId: null },
    validate: { hatId: (hatId) => (hatId === null ? t('app:required') : null) },
  });
  const reassign = useMutation({
    mutationFn: (hatId: string) => reassignSignal(signalId, hatId),
    onSuccess: async () => {
      onClose();
      await refreshSignals(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('signals:reassign.title')}
      submitLabel={t('signals:reassign.save')}
      busy={reassign.isPending}
      error={unshown(reassign.error, ['hatId'])}
      onClose={onClose}
      onSubmit={form.onSubmit(({ hatId }) => {
        if (hatId !== null) reassign.mutate(hatId);
      })}
    >
      <Select
        label={t('signals:reassign.to')}
        withAsterisk
        data={(consultants.data ?? []).map(({ id, name, signals, cases }) => ({
          value: id,
          label: t('signals:reassign.load', { name, signals, cases }),
        }))}
        {...form.getInputProps('hatId')}
      />
    </FormModal>
  );
};
