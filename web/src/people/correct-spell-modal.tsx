import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { FormModal } from '../ui/form-modal';
import { correctSpell, refreshPerson } from './queries';
import { degreeOf, SpellFields, type SpellValues } from './spell-fields';
import type { SpellView } from './views';

/** What the file or a colleague wrote stays in the history of the spell. */
export const CorrectSpellModal = ({ spell, onClose }: { spell: SpellView; onClose: () => void }) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<SpellValues>({
    initialValues: {
      kind: spell.kind ?? 'own-sickness',
      firstOn: spell.firstOn,
      lastOn: spell.lastOn,
      percent: Math.round(spell.degree * 100),
    },
  });
  const correct = useMutation({
    mutationFn: (values: SpellValues) =>
      correctSpell(spell.id, {
        kind: values.kind,
        firstOn: values.firstOn,
        lastOn: values.lastOn,
        degree: degreeOf(values),
      }),
    onSuccess: async () => {
      onClose();
      await refreshPerson(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('spells.correctTitle')}
      submitLabel={t('spells.correctSave')}
      busy={correct.isPending}
      error={unshown(correct.error, ['kind', 'firstOn', 'lastOn'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => correct.mutate(values))}
    >
      <SpellFields form={form} />
    </FormModal>
  );
};
