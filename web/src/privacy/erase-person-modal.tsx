import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { Notice } from '../ui/notice';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { erasePerson } from './queries';
import { ERASURE_GROUNDS, type ErasureGround } from './views';

type Props = { personId: string; onClose: () => void };

const useErase = ({ personId, onClose }: Props) => {
  const { t } = useTranslation('privacy');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { ground: null as ErasureGround | null },
    validate: { ground: (ground) => (ground === null ? t('person.groundMissing') : null) },
  });
  const erase = useMutation({
    mutationFn: (ground: ErasureGround) => erasePerson({ personId, ground }),
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
      onSubmit={form.onSubmit(({ ground }) => {
        if (ground !== null) erase.mutate(ground);
      })}
    >
      <Notice tone="attention" title={t('person.eraseTitle')}>
        {t('person.eraseHint')}
      </Notice>
      <Select
        label={t('person.ground')}
        withAsterisk
        data-autofocus
        data={ERASURE_GROUNDS.map((value) => ({ value, label: t(`person.grounds.${value}`) }))}
        {...form.getInputProps('ground')}
      />
    </FormModal>
  );
};
