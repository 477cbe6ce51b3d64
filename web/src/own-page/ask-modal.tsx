import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { ask } from './queries';
import { WORDY, type RequestKind } from './views';

type Props = { kind: RequestKind; onClose: () => void };

const useAsking = ({ kind, onClose }: Props) => {
  const { t } = useTranslation(['ownPage', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (text) => (WORDY.includes(kind) && text.trim() === '' ? t('app:required') : null) },
  });
  const asking = useMutation({
    mutationFn: ({ text }: { text: string }) =>
      ask(text.trim() === '' ? { kind } : { kind, text: text.trim() }),
    onSuccess: async () => {
      onClose();
      notifyDone(t('ownPage:ask.done'));
      await client.invalidateQueries({ queryKey: ['own-page'] });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, asking };
};

/** Asks for one thing. What is wrong with somebody is neither asked nor wanted. */
export const AskModal = (props: Props) => {
  const { t } = useTranslation('ownPage');
  const { kind, onClose } = props;
  const { form, asking } = useAsking(props);
  return (
    <FormModal
      opened
      title={t(`ask.kinds.${kind}`)}
      submitLabel={t('ask.send')}
      busy={asking.isPending}
      error={unshown(asking.error, ['text'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => asking.mutate(values))}
    >
      <p>{t(`ask.hints.${kind}`)}</p>
      <Textarea
        label={t('ask.text')}
        description={t('ask.noDiagnosis')}
        withAsterisk={WORDY.includes(kind)}
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
        {...form.getInputProps('text')}
      />
    </FormModal>
  );
};
