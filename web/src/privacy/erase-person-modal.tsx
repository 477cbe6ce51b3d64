import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { Notice } from '../ui/notice';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { erasePerson } from './queries';

type Props = { personId: string; onClose: () => void };

const useErase = ({ personId, onClose }: Props) => {
  const { t } = useTranslation('privacy');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { ground: '' },
    validate: { ground: (ground) => (ground.trim().length < 5 ? t('person.reasonFault') : null) },
  });
  const erase = useMutation({
    mutationFn: ({ ground }: { ground: string }) => erasePerson({ personId, ground }),
    onSuccess: async () => {
      await client.invalidateQueries();
      notifyDone(t('person.erased'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, erase };
};

export const ErasePersonModal = (props: Props) => {
  const { t } = useTranslation('privacy');
  const { form, erase } = useErase(props);
  return (
    <FormModal
      opened
      danger
      title={t('person.erase')}
      submitLabel={t('person.eraseForGood')}
      busy={erase.isPending}
      error={unshown(erase.error, ['ground'])}
      onClose={props.onClose}
      onSubmit={form.onSubmit((values) => erase.mutate(values))}
    >
      <Notice tone="attention" title={t('person.eraseTitle')}>
        {t('person.eraseHint')}
      </Notice>
      <Textarea
        label={t('person.ground')}
        description={t('person.groundHint')}
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        maxLength={300}
        {...form.getInputProps('ground')}
      />
    </FormModal>
  );
};
