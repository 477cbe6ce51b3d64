import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { blankContact, ContactFields, recordOf, type ContactValues } from './contact-fields';
import type { ContactKind, ContactRecord } from './views';

type Props = {
  kinds: readonly ContactKind[];
  onClose: () => void;
  onRecord: (contact: ContactRecord) => Promise<unknown>;
  onRecorded: () => Promise<void>;
};

const useContactForm = ({ kinds, onClose, onRecord, onRecorded }: Props) => {
  const { t } = useTranslation(['signals', 'app']);
  const faults = useFieldFaults();
  const form = useForm<ContactValues>({
    initialValues: blankContact(kinds[0] ?? 'line-manager'),
    validate: {
      employeeAgreedOn: (day, { kind }) => (kind === 'employee' && day === null ? t('app:required') : null),
    },
  });
  const record = useMutation({
    mutationFn: (values: ContactValues) => onRecord(recordOf(values)),
    onSuccess: async () => {
      onClose();
      notifyDone(t('signals:contact.recorded'));
      await onRecorded();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, record };
};

/** A contact tried or made: with whom, when, what was agreed. */
export const ContactModal = (props: Props) => {
  const { t } = useTranslation('signals');
  const { form, record } = useContactForm(props);
  return (
    <FormModal
      opened
      title={t('contact.record')}
      submitLabel={t('contact.save')}
      busy={record.isPending}
      error={unshown(record.error, Object.keys(form.values))}
      onClose={props.onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
    >
      <ContactFields form={form} kinds={props.kinds} />
    </FormModal>
  );
};
