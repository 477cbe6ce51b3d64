import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { FormModal } from '../ui/form-modal';
import { refreshPerson } from '../people/queries';
import { deleteSpell } from './spell-queries';
import type { SpellView } from './views';

type Props = { spell: SpellView; onClose: () => void; onDeleted: (id: string) => void };

export const DeleteSpellModal = ({ spell, onClose, onDeleted }: Props) => {
  const { t } = useTranslation(['people', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('app:required') : null) },
  });
  const remove = useMutation({
    mutationFn: ({ reason }: { reason: string }) => deleteSpell(spell.id, reason),
    onSuccess: async () => {
      onClose();
      onDeleted(spell.id);
      await refreshPerson(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      danger
      title={t('people:spells.deleteTitle')}
      submitLabel={t('people:spells.delete')}
      busy={remove.isPending}
      error={unshown(remove.error, ['reason'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => remove.mutate(values))}
    >
      <Text size="sm">{t('people:spells.deleteHint')}</Text>
      <Textarea
        label={t('people:spells.reason')}
        description={t('people:spells.reasonHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormModal>
  );
};
