import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { saveFile } from '../ui/save-file';
import { today } from '../ui/today';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import styles from './invitation-modal.module.css';
import { writeInvitation } from './queries';

type Values = { on: string; from: string; to: string; place: string; how: string };
type Props = { opened: boolean; caseId: string; onClose: () => void };

const FIELDS = ['on', 'from', 'to', 'place'];
const blank = (): Values => ({ on: today(), from: '10:00', to: '10:30', place: '', how: 'meeting' });

const useInvitation = ({ caseId, onClose }: Props) => {
  const { t } = useTranslation(['cases', 'app']);
  const faults = useFieldFaults();
  const form = useForm<Values>({
    initialValues: blank(),
    validate: { place: (place) => (place.trim() === '' ? t('app:required') : null) },
  });
  const write = useMutation({
    mutationFn: ({ on, from, to, place, how }: Values) =>
      writeInvitation(caseId, { on, from, to, place: place.trim(), byPhone: how === 'phone' }),
    onSuccess: (letter) => {
      saveFile(letter, t('cases:invite.file'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, write };
};

/** The letter for the statutory talk. What is wrong with somebody is neither asked nor written. */
export const InvitationModal = (props: Props) => {
  const { t } = useTranslation('cases');
  const { form, write } = useInvitation(props);
  const byPhone = form.values.how === 'phone';
  return (
    <FormModal
      opened={props.opened}
      title={t('invite.title')}
      submitLabel={t('invite.save')}
      busy={write.isPending}
      error={unshown(write.error, FIELDS)}
      onClose={props.onClose}
      onSubmit={form.onSubmit((values) => write.mutate(values))}
    >
      <DayField label={t('invite.on')} required min={today()} {...form.getInputProps('on')} />
      <div className={styles.times}>
        <TextInput type="time" label={t('invite.from')} {...form.getInputProps('from')} />
        <TextInput type="time" label={t('invite.to')} {...form.getInputProps('to')} />
      </div>
      <Radio.Group label={t('invite.how')} {...form.getInputProps('how')}>
        <Stack gap={6} mt={6}>
          <Radio value="meeting" label={t('invite.meeting')} />
          <Radio value="phone" label={t('invite.phone')} />
        </Stack>
      </Radio.Group>
      <TextInput
        label={byPhone ? t('invite.number') : t('invite.place')}
        withAsterisk
        maxLength={200}
        {...form.getInputProps('place')}
      />
    </FormModal>
  );
};
