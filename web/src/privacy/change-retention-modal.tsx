import { NumberInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { changeRetention, retentionQuery } from './queries';
import type { RetentionRule } from './views';

type Props = { rule: RetentionRule; onClose: () => void };

const useChange = ({ rule, onClose }: Props) => {
  const { t } = useTranslation(['privacy', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { days: rule.days, reason: rule.reason ?? '' },
    validate: {
      days: (days) =>
        days >= rule.leastDays && days <= 7305 ? null : t('retention.daysFault', { least: rule.leastDays }),
      reason: (reason) => (reason.trim().length < 10 ? t('retention.reasonFault') : null),
    },
  });
  const change = useMutation({
    mutationFn: (values: { days: number; reason: string }) =>
      changeRetention({ dataClass: rule.dataClass, ...values }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: retentionQuery.queryKey });
      notifyDone(t('app:saved'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, change };
};

export const ChangeRetentionModal = (props: Props) => {
  const { t } = useTranslation('privacy');
  const { rule, onClose } = props;
  const { form, change } = useChange(props);
  return (
    <FormModal
      opened
      title={t(`retention.classes.${rule.dataClass}`)}
      submitLabel={t('retention.save')}
      busy={change.isPending}
      error={unshown(change.error, ['days', 'reason'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
    >
      <NumberInput
        label={t('retention.daysLabel')}
        description={t('retention.daysHint', { least: rule.leastDays, usual: rule.defaultDays })}
        withAsterisk
        data-autofocus
        allowDecimal={false}
        min={rule.leastDays}
        max={7305}
        {...form.getInputProps('days')}
      />
      <Textarea
        label={t('retention.reason')}
        description={t('retention.reasonHint')}
        withAsterisk
        autosize
        minRows={3}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </FormModal>
  );
};
