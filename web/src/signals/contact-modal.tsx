import { Checkbox, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { NoDiagnosisHint } from './no-diagnosis-hint';
import { today } from '../ui/today';
import type { NewContact } from './queries';
import { CONTACT_KINDS } from './views';

type Props = {
  opened: boolean;
  onClose: () => void;
  onRecord: (contact: NewContact) => Promise<unknown>;
  onRecorded: () => Promise<void>;
};

const FIELDS = ['kind', 'heldOn', 'reached', 'employeeAgreedOn', 'agreement', 'nextStep'];
const blank = (): NewContact => ({
  kind: 'line-manager',
  heldOn: today(),
  reached: true,
  employeeAgreedOn: null,
  agreement: '',
  nextStep: '',
});

const useContactForm = ({ onClose, onRecord, onRecorded }: Props) => {
  const { t } = useTranslation('signals');
  const faults = useFieldFaults();
  const form = useForm<NewContact>({ initialValues: blank() });
  const record = useMutation({
    mutationFn: onRecord,
    onSuccess: async () => {
      onClose();
      form.setValues(blank());
      notifyDone(t('contact.recorded'));
      await onRecorded();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, record };
};

export const ContactModal = (props: Props) => {
  const { t } = useTranslation('signals');
  const { form, record } = useContactForm(props);
  const withEmployee = form.values.kind === 'employee';
  return (
    <FormModal
      opened={props.opened}
      title={t('contact.record')}
      submitLabel={t('contact.save')}
      busy={record.isPending}
      error={unshown(record.error, FIELDS)}
      onClose={props.onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
    >
      <Select
        label={t('contact.kind')}
        data={CONTACT_KINDS.map((value) => ({ value, label: t(`contactKinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DayField label={t('contact.heldOn')} required max={today()} {...form.getInputProps('heldOn')} />
      <Checkbox label={t('contact.reached')} {...form.getInputProps('reached', { type: 'checkbox' })} />
      {withEmployee && (
        <DayField
          label={t('contact.employeeAgreedOn')}
          description={t('contact.employeeAgreedHint')}
          required
          max={today()}
          {...form.getInputProps('employeeAgreedOn')}
        />
      )}
      <NoDiagnosisHint />
      <Textarea
        label={t('contact.agreement')}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('agreement')}
      />
      <Textarea
        label={t('contact.nextStep')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('nextStep')}
      />
    </FormModal>
  );
};
