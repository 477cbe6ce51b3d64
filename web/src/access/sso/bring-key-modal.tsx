import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { addKey, keysQuery } from './queries';

/** A key and its certificate that somebody else issued, such as an OCES system certificate. */
export const BringKeyModal = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['sso', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const filled = (text: string) => (text.trim() === '' ? t('app:required') : null);
  const form = useForm({
    initialValues: { certificate: '', privateKey: '' },
    validate: { certificate: filled, privateKey: filled },
  });
  const save = useMutation({
    mutationFn: addKey,
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('keys.bringTitle')}
      submitLabel={t('save')}
      busy={save.isPending}
      error={unshown(save.error, ['certificate', 'privateKey'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <Text size="sm">{t('keys.bringHint')}</Text>
      <Textarea
        label={t('keys.certificatePem')}
        rows={5}
        spellCheck={false}
        {...form.getInputProps('certificate')}
      />
      <Textarea
        label={t('keys.privatePem')}
        rows={5}
        spellCheck={false}
        autoComplete="off"
        {...form.getInputProps('privateKey')}
      />
    </FormModal>
  );
};
