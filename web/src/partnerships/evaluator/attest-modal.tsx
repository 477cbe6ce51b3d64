import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { attest, refreshEvaluator, type Delivery } from './queries';

type Props = { partnershipId: string; delivery: Delivery; onClose: () => void };

/** Says that every copy of a delivery was deleted. */
export const AttestModal = ({ partnershipId, delivery, onClose }: Props) => {
  const { t } = useTranslation('evaluation');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<{ on: string }>({ initialValues: { on: today() } });
  const send = useMutation({
    mutationFn: ({ on }: { on: string }) => attest(partnershipId, delivery.id, on),
    onSuccess: async () => {
      onClose();
      notifyDone(t('delivery.attestDone'));
      await refreshEvaluator(client, partnershipId);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('delivery.attestTitle')}
      submitLabel={t('delivery.attest')}
      busy={send.isPending}
      error={unshown(send.error, ['on'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
    >
      <Text size="sm">{t('delivery.attestHint', { employer: delivery.employer })}</Text>
      <DayField label={t('delivery.attestedOn')} required max={today()} {...form.getInputProps('on')} />
    </FormModal>
  );
};
