import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { agreeMeasure, changeMeasure } from './queries';
import { useCaseStep } from './use-case-step';
import { MEASURE_STATUSES, type CaseMeasure, type MeasureRecord, type MeasureStatus } from './views';

type Values = {
  measure: string;
  agreedOn: string;
  dueOn: string | null;
  status: MeasureStatus;
  settledOn: string | null;
};

const BLANK: Omit<Values, 'agreedOn'> = { measure: '', dueOn: null, status: 'agreed', settledOn: null };

const recordOf = ({ settledOn, ...values }: Values): MeasureRecord => ({
  ...values,
  measure: values.measure.trim(),
  settledOn: values.status === 'agreed' ? null : settledOn,
});

const useMeasureForm = (measure: CaseMeasure | null) => {
  const { t } = useTranslation('app');
  return useForm<Values>({
    initialValues: measure ?? { ...BLANK, agreedOn: today() },
    validate: {
      measure: (text) => (text.trim() === '' ? t('required') : null),
      settledOn: (day, { status }) => (status !== 'agreed' && day === null ? t('required') : null),
    },
  });
};

type Props = { caseId: string; measure: CaseMeasure | null; onClose: () => void };

/** A measure agreed for a unit, new or as it stands now; it names no person. */
export const MeasureModal = ({ caseId, measure, onClose }: Props) => {
  const { t } = useTranslation('cases');
  const form = useMeasureForm(measure);
  const save = (values: Values): Promise<unknown> =>
    measure === null
      ? agreeMeasure(caseId, recordOf(values))
      : changeMeasure(caseId, measure.id, recordOf(values));
  const { busy, error, take } = useCaseStep(form, save, onClose);
  const settle = (status: string | null): void => {
    form.getInputProps('status').onChange(status);
    if (status !== 'agreed' && form.values.settledOn === null) form.setFieldValue('settledOn', today());
  };
  return (
    <FormModal
      opened
      title={t(measure === null ? 'steps.measure' : 'measure.change')}
      submitLabel={t('measure.save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <Textarea
        label={t('measure.measure')}
        description={t('measure.hint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('measure')}
      />
      <DayField label={t('measure.agreedOn')} required max={today()} {...form.getInputProps('agreedOn')} />
      <DayField label={t('measure.dueOn')} clearable {...form.getInputProps('dueOn')} />
      <Select
        label={t('columns.state')}
        data={MEASURE_STATUSES.map((value) => ({ value, label: t(`measure.statuses.${value}`) }))}
        {...form.getInputProps('status')}
        onChange={settle}
      />
      {form.values.status !== 'agreed' && (
        <DayField
          label={t('measure.settledOn')}
          required
          max={today()}
          {...form.getInputProps('settledOn')}
        />
      )}
    </FormModal>
  );
};
