import { Checkbox, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { today } from '../ui/today';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { planContact, refreshCitizens } from './queries';
import { CONTACT_KINDS, type ContactKind } from './views';

type Values = { kind: ContactKind; plannedOn: string; held: boolean };

export const ContactModal = (props: { opened: boolean; citizenId: string; onClose: () => void }) => {
  const { opened, citizenId, onClose } = props;
  const { t } = useTranslation('employmentTrack');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({ initialValues: { kind: 'meeting', plannedOn: today(), held: false } });
  const plan = useMutation({
    mutationFn: ({ kind, plannedOn, held }: Values) =>
      planContact(citizenId, { kind, plannedOn, heldOn: held ? plannedOn : null }),
    onSuccess: async () => {
      onClose();
      form.reset();
      notifyDone(t('contact.saved'));
      await refreshCitizens(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened={opened}
      title={t('contact.plan')}
      submitLabel={t('contact.save')}
      busy={plan.isPending}
      error={unshown(plan.error, ['kind', 'plannedOn'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => plan.mutate(values))}
    >
      <Select
        label={t('contact.kind')}
        data={CONTACT_KINDS.map((value) => ({ value, label: t(`contactKinds.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <DayField label={t('contact.day')} required {...form.getInputProps('plannedOn')} />
      <Checkbox label={t('contact.wasHeld')} {...form.getInputProps('held', { type: 'checkbox' })} />
      <p className="basis">{t('contact.noContent')}</p>
    </FormModal>
  );
};
