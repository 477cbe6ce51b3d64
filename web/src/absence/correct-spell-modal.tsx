import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refreshPerson } from '../people/queries';
import { FormModal } from '../ui/form-modal';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { degreeOf, SpellFields, type SpellValues } from './spell-fields';
import { correctSpell } from './spell-queries';
import type { SpellView } from './views';

const valuesOf = (spell: SpellView): SpellValues => ({
  kind: spell.kind ?? 'own-sickness',
  firstOn: spell.firstOn,
  lastOn: spell.lastOn,
  percent: Math.round(spell.degree * 1000) / 10,
});

/** What the file or a colleague wrote stays in the history of the spell. */
export const CorrectSpellModal = ({ spell, onClose }: { spell: SpellView; onClose: () => void }) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<SpellValues>({ initialValues: valuesOf(spell) });
  const correct = useMutation({
    mutationFn: (values: SpellValues) => {
      const { kind, firstOn, lastOn } = values;
      return correctSpell(spell.id, {
        version: spell.version,
        kind,
        firstOn,
        lastOn,
        degree: degreeOf(values),
      });
    },
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
