import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refreshPerson } from '../people/queries';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { changeDegree } from './spell-queries';
import type { SpellView } from './views';

type Values = { from: string; degree: number };
type Props = { opened: boolean; spell: SpellView; onClose: () => void };

/** A graded return: from a day on, another part of the working time. */
export const ChangeDegreeModal = ({ opened, spell, onClose }: Props) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({ initialValues: { from: today(), degree: 50 } });
  const change = useMutation({
    mutationFn: ({ from, degree }: Values) => changeDegree(spell.id, { from, degree: degree / 100 }),
    onSuccess: async () => {
      onClose();
      await refreshPerson(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened={opened}
      title={t('report.degreeTitle')}
      submitLabel={t('report.degreeSave')}
      busy={change.isPending}
      error={unshown(change.error, ['from', 'degree'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
    >
      <DayField label={t('report.degreeFrom')} required min={spell.firstOn} {...form.getInputProps('from')} />
      <NumberInput
        label={t('report.percent')}
        description={t('report.percentHint')}
        min={1}
        max={100}
        suffix=" %"
        {...form.getInputProps('degree')}
      />
    </FormModal>
  );
};
