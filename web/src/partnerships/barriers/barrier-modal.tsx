import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { FormModal } from '../../ui/form-modal';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { refreshPartnership } from '../contract/queries';
import {
  BARRIER_KINDS,
  changeBarrier,
  recordBarrier,
  type Barrier,
  type BarrierPageView,
  type BarrierRecord,
} from './queries';

type Props = {
  partnershipId: string;
  units: BarrierPageView['units'];
  barrier: Barrier | null;
  onClose: () => void;
};

const recordOf = (barrier: Barrier): BarrierRecord => {
  const { kind, seenOn, what, unitId, action, actionBy, dueOn, resolvedOn } = barrier;
  return { kind, seenOn, what, unitId, action, actionBy, dueOn, resolvedOn };
};

const blank = (): BarrierRecord => ({
  kind: 'time',
  seenOn: today(),
  what: '',
  unitId: null,
  action: '',
  actionBy: '',
  dueOn: null,
  resolvedOn: null,
});

/** A barrier, new or as it stands now; about work, never about a person. */
export const BarrierModal = ({ partnershipId, units, barrier, onClose }: Props) => {
  const { t } = useTranslation('contract');
  const { t: app } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<BarrierRecord>({
    initialValues: barrier === null ? blank() : recordOf(barrier),
    validate: { what: (text) => (text.trim() === '' ? app('required') : null) },
  });
  const save = useMutation({
    mutationFn: async (values: BarrierRecord) => {
      if (barrier === null) await recordBarrier(partnershipId, values);
      else await changeBarrier(partnershipId, barrier, values);
    },
    onSuccess: async () => {
      onClose();
      await refreshPartnership(client, partnershipId);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t(barrier === null ? 'barriers.addTitle' : 'barriers.changeTitle')}
      submitLabel={t('barriers.save')}
      busy={save.isPending}
      error={unshown(save.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <Textarea
        label={t('barriers.what')}
        description={t('barriers.whatHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('what')}
      />
      <Select
        label={t('barriers.kind')}
        allowDeselect={false}
        data={BARRIER_KINDS.map((value) => ({ value, label: t(`barriers.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t('barriers.unit')}
        placeholder={t('barriers.everywhere')}
        clearable
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('unitId')}
      />
      <DayField label={t('barriers.seenOn')} max={today()} {...form.getInputProps('seenOn')} />
      <Textarea label={t('barriers.action')} autosize maxLength={1000} {...form.getInputProps('action')} />
      <TextInput label={t('barriers.actionBy')} maxLength={200} {...form.getInputProps('actionBy')} />
      <DayField label={t('barriers.dueOn')} clearable {...form.getInputProps('dueOn')} />
      <DayField
        label={t('barriers.resolvedOn')}
        clearable
        max={today()}
        {...form.getInputProps('resolvedOn')}
      />
    </FormModal>
  );
};
