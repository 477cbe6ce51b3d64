import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { referCase } from './queries';
import { useCaseStep } from './use-case-step';
import { SPECIALISTS, type Specialist } from './views';

type Values = { specialist: Specialist; askedOn: string; heldOn: string | null };
type Props = { opened: boolean; caseId: string; onClose: () => void };

export const ReferralModal = ({ opened, caseId, onClose }: Props) => {
  const { t } = useTranslation('cases');
  const form = useForm<Values>({
    initialValues: { specialist: 'physiotherapist', askedOn: today(), heldOn: null },
  });
  const { busy, error, take } = useCaseStep(form, (values) => referCase(caseId, values), onClose);
  return (
    <FormModal
      opened={opened}
      title={t('steps.referral')}
      submitLabel={t('referral.save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <Select
        label={t('referral.specialist')}
        description={t('referral.hint')}
        data={SPECIALISTS.map((value) => ({ value, label: t(`specialists.${value}`) }))}
        {...form.getInputProps('specialist')}
      />
      <DayField label={t('referral.askedOn')} required max={today()} {...form.getInputProps('askedOn')} />
      <DayField label={t('referral.heldOn')} clearable {...form.getInputProps('heldOn')} />
    </FormModal>
  );
};
