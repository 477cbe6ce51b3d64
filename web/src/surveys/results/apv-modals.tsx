import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { FormModal } from '../../ui/form-modal';
import { choiceParam } from '../../ui/search-params';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { apvQuery, beginApv, recordPhase } from './queries';
import type { Apv, ApvPhase } from './views';

const OCCASIONS = ['first', 'cycle', 'change'] as const;

const useSaved = (onClose: () => void) => {
  const client = useQueryClient();
  return (view: Apv): void => {
    client.setQueryData(apvQuery.queryKey, view);
    onClose();
  };
};

export const NewApvModal = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('surveyResults');
  const faults = useFieldFaults();
  const saved = useSaved(onClose);
  const form = useForm({ initialValues: { title: '', occasion: 'cycle', begunOn: today() } });
  const begin = useMutation({
    mutationFn: (values: typeof form.values) =>
      beginApv({ ...values, occasion: choiceParam(values.occasion, OCCASIONS) ?? 'cycle' }),
    onSuccess: saved,
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('apv.new')}
      submitLabel={t('plans.save')}
      busy={begin.isPending}
      error={unshown(begin.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => begin.mutate(values))}
    >
      <TextInput label={t('apv.name')} required maxLength={200} {...form.getInputProps('title')} />
      <Select
        label={t('apv.occasion')}
        data={OCCASIONS.map((value) => ({ value, label: t(`apv.occasions.${value}`) }))}
        {...form.getInputProps('occasion')}
      />
      <DayField label={t('apv.begunOn')} required {...form.getInputProps('begunOn')} />
    </FormModal>
  );
};

type PhaseProps = { apvId: string; phase: ApvPhase; onClose: () => void };

export const PhaseModal = ({ apvId, phase, onClose }: PhaseProps) => {
  const { t } = useTranslation('surveyResults');
  const faults = useFieldFaults();
  const saved = useSaved(onClose);
  const form = useForm({
    initialValues: {
      doneOn: phase.doneOn ?? today(),
      evidence: phase.evidence,
      participants: phase.participants,
    },
  });
  const record = useMutation({
    mutationFn: (values: typeof form.values) => recordPhase(apvId, phase.phase, values),
    onSuccess: saved,
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t(`apv.phases.${phase.phase}`)}
      submitLabel={t('plans.save')}
      busy={record.isPending}
      error={unshown(record.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
    >
      <DayField label={t('apv.doneOn')} required {...form.getInputProps('doneOn')} />
      <Textarea
        label={t('apv.evidence')}
        required
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('evidence')}
      />
      <TextInput
        label={t('apv.participants')}
        required
        maxLength={500}
        {...form.getInputProps('participants')}
      />
    </FormModal>
  );
};
