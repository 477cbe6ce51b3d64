import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { recordCourse } from './queries';
import { useRecord } from './use-record';

type Values = { title: string; heldOn: string; hours: number; invited: number; attended: number };

export const CourseModal = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('learning');
  const form = useForm<Values>({
    initialValues: { title: '', heldOn: today(), hours: 3, invited: 10, attended: 10 },
  });
  const { busy, error, send } = useRecord(form, recordCourse, onClose);
  return (
    <FormModal
      opened={opened}
      title={t('course.add')}
      submitLabel={t('save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => send(values))}
    >
      <TextInput label={t('course.title')} withAsterisk maxLength={120} {...form.getInputProps('title')} />
      <DayField label={t('course.heldOn')} required max={today()} {...form.getInputProps('heldOn')} />
      <NumberInput
        label={t('course.hours')}
        min={0.25}
        max={400}
        step={0.5}
        {...form.getInputProps('hours')}
      />
      <NumberInput
        label={t('course.invited')}
        min={1}
        allowDecimal={false}
        {...form.getInputProps('invited')}
      />
      <NumberInput
        label={t('course.attended')}
        min={0}
        allowDecimal={false}
        {...form.getInputProps('attended')}
      />
    </FormModal>
  );
};
