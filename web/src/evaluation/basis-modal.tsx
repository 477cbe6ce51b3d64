import { Checkbox, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { GroundsFields, NO_GROUNDS, type Grounds } from './grounds-fields';
import { PANEL_FIELDS, recordBasis, type PanelField, type Recipient } from './queries';
import { useRecord } from './use-record';

type Values = Grounds & {
  partyId: string;
  fields: PanelField[];
  from: string;
  to: string;
  allowsCprLink: boolean;
};

type Props = { opened: boolean; recipients: Recipient[]; onClose: () => void };

/** Writes down on what data about persons are handed to an evaluator. */
export const BasisModal = ({ opened, recipients, onClose }: Props) => {
  const { t } = useTranslation('evaluation');
  const form = useForm<Values>({
    initialValues: {
      ...NO_GROUNDS,
      partyId: recipients.at(0)?.partyId ?? '',
      fields: ['workplace', 'hours-share', 'absence-days', 'spells-ended'],
      from: '',
      to: '',
      allowsCprLink: false,
    },
  });
  const { busy, error, send } = useRecord(
    form,
    (values) =>
      recordBasis({
        ...values,
        partnershipId: recipients.find(({ partyId }) => partyId === values.partyId)?.partnershipId ?? '',
      }),
    onClose,
  );
  return (
    <FormModal
      opened={opened}
      title={t('record')}
      submitLabel={t('recordSubmit')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => send(values))}
    >
      <Select
        label={t('fields.party')}
        description={t('fields.partyHint')}
        withAsterisk
        allowDeselect={false}
        data={recipients.map(({ partyId, name, partnershipName }) => ({
          value: partyId,
          label: `${name} – ${partnershipName}`,
        }))}
        {...form.getInputProps('partyId')}
      />
      <Checkbox.Group
        label={t('fields.fields')}
        description={t('fields.fieldsHint')}
        withAsterisk
        {...form.getInputProps('fields')}
      >
        <Stack gap={6} mt="xs">
          {PANEL_FIELDS.map((field) => (
            <Checkbox key={field} size="sm" value={field} label={t(`panelFields.${field}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayField
        label={t('fields.from')}
        description={t('fields.fromHint')}
        required
        {...form.getInputProps('from')}
      />
      <DayField
        label={t('fields.to')}
        description={t('fields.toHint')}
        required
        {...form.getInputProps('to')}
      />
      <GroundsFields form={form} />
      <Checkbox
        size="sm"
        label={t('fields.allowsCprLink')}
        description={t('fields.allowsCprLinkHint')}
        {...form.getInputProps('allowsCprLink', { type: 'checkbox' })}
      />
    </FormModal>
  );
};
