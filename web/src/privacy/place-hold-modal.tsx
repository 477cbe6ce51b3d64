import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { today } from '../ui/today';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { holdsQuery, placeHold, type HoldAbout } from './queries';

type Props = { about: HoldAbout; onClose: () => void };

const usePlace = ({ about, onClose }: Props) => {
  const { t } = useTranslation('privacy');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { reason: '', until: '' },
    validate: { reason: (reason) => (reason.trim().length < 5 ? t('person.reasonFault') : null) },
  });
  const place = useMutation({
    mutationFn: ({ reason, until }: { reason: string; until: string }) =>
      placeHold({ about, reason, until: until === '' ? null : until }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: holdsQuery.queryKey });
      notifyDone(t('person.held'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, place };
};

export const PlaceHoldModal = (props: Props) => {
  const { t } = useTranslation('privacy');
  const { form, place } = usePlace(props);
  return (
    <FormModal
      opened
      title={t('person.hold')}
      submitLabel={t('person.hold')}
      busy={place.isPending}
      error={unshown(place.error, ['reason', 'until'])}
      onClose={props.onClose}
      onSubmit={form.onSubmit((values) => place.mutate(values))}
    >
      <Textarea
        label={t('holds.reason')}
        description={t('person.holdHint')}
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      <DayField label={t('person.until')} min={today()} {...form.getInputProps('until')} />
    </FormModal>
  );
};
