import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { recordRight, refreshInstruments } from './queries';

/** Records the employer's own right to a questionnaire that somebody else holds. */
export const RightModal = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation(['instruments', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({ initialValues: { grantedBy: '', basis: '', reference: '', grantedOn: today() } });
  const record = useMutation({
    mutationFn: (values: typeof form.values) =>
      recordRight(id, { ...values, reference: values.reference || null }),
    onSuccess: async () => {
      await refreshInstruments(client);
      notifyDone(t('app:saved'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('right.record')}
      submitLabel={t('right.save')}
      busy={record.isPending}
      error={unshown(record.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
    >
      <TextInput
        label={t('right.grantedBy')}
        description={t('right.grantedByHint')}
        required
        maxLength={200}
        {...form.getInputProps('grantedBy')}
      />
      <Textarea
        label={t('right.basis')}
        description={t('right.basisHint')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('basis')}
      />
      <TextInput label={t('right.reference')} maxLength={200} {...form.getInputProps('reference')} />
      <DayField label={t('right.grantedOn')} required max={today()} {...form.getInputProps('grantedOn')} />
    </FormModal>
  );
};
