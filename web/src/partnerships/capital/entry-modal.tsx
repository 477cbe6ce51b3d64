import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { MoneyField } from '../contract/number-fields';
import { refreshPartnership } from '../contract/queries';
import { CAPITAL_KINDS, PURPOSES, recordEntry, type CapitalPageView, type NewEntry } from './queries';

type Props = { partnershipId: string; parties: CapitalPageView['parties']; onClose: () => void };

export const EntryModal = ({ partnershipId, parties, onClose }: Props) => {
  const { t } = useTranslation('contract');
  const { t: app } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<NewEntry>({
    initialValues: {
      kind: 'spent',
      purpose: 'staff',
      partyId: parties[0]?.id ?? '',
      amount: 0,
      onDay: today(),
      note: '',
    },
    validate: {
      note: (text) => (text.trim() === '' ? app('required') : null),
      amount: (oere) => (oere > 0 ? null : t('capital.amountWanted')),
    },
  });
  const record = useMutation({
    mutationFn: (values: NewEntry) =>
      recordEntry(partnershipId, {
        ...values,
        purpose: values.kind === 'spent' ? (values.purpose ?? 'other') : null,
      }),
    onSuccess: async () => {
      onClose();
      notifyDone(t('capital.added'));
      await refreshPartnership(client, partnershipId);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('capital.addTitle')}
      submitLabel={t('capital.add')}
      busy={record.isPending}
      error={unshown(record.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
    >
      <Select
        label={t('capital.kind')}
        allowDeselect={false}
        data={CAPITAL_KINDS.map((value) => ({ value, label: t(`capital.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'spent' && (
        <Select
          label={t('capital.purpose')}
          allowDeselect={false}
          data={PURPOSES.map((value) => ({ value, label: t(`capital.purposes.${value}`) }))}
          {...form.getInputProps('purpose')}
        />
      )}
      <Select
        label={t('capital.party')}
        allowDeselect={false}
        data={parties.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('partyId')}
      />
      <MoneyField
        label={t('capital.amount')}
        value={form.values.amount}
        error={form.errors.amount}
        onChange={(amount) => form.setFieldValue('amount', amount ?? 0)}
      />
      <DayField label={t('capital.day')} max={today()} {...form.getInputProps('onDay')} />
      <TextInput
        label={t('capital.note')}
        description={t('capital.noPersons')}
        maxLength={300}
        {...form.getInputProps('note')}
      />
    </FormModal>
  );
};
