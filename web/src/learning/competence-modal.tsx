import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { recordCompetence } from './queries';
import { useRecord } from './use-record';

type Values = { name: string; countedOn: string; needed: number; holding: number };

export const CompetenceModal = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('learning');
  const form = useForm<Values>({ initialValues: { name: '', countedOn: today(), needed: 10, holding: 0 } });
  const { busy, error, send } = useRecord(form, recordCompetence, onClose);
  return (
    <FormModal
      opened={opened}
      title={t('competence.add')}
      submitLabel={t('save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => send(values))}
    >
      <TextInput label={t('competence.name')} withAsterisk maxLength={120} {...form.getInputProps('name')} />
      <DayField
        label={t('competence.countedOn')}
        required
        max={today()}
        {...form.getInputProps('countedOn')}
      />
      <NumberInput
        label={t('competence.needed')}
        min={1}
        allowDecimal={false}
        {...form.getInputProps('needed')}
      />
      <NumberInput
        label={t('competence.holding')}
        min={0}
        allowDecimal={false}
        {...form.getInputProps('holding')}
      />
    </FormModal>
  );
};
