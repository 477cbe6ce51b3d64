import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { planFollowUp } from './queries';
import { useCaseStep } from './use-case-step';

type Values = { dueOn: string };
type Props = { opened: boolean; caseId: string; onClose: () => void };

export const FollowUpModal = ({ opened, caseId, onClose }: Props) => {
  const { t } = useTranslation('cases');
  const form = useForm<Values>({ initialValues: { dueOn: today() } });
  const { busy, error, take } = useCaseStep(form, (values) => planFollowUp(caseId, values), onClose);
  return (
    <FormModal
      opened={opened}
      title={t('steps.followUp')}
      submitLabel={t('followUp.save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <DayField label={t('followUp.dueOn')} required {...form.getInputProps('dueOn')} />
    </FormModal>
  );
};
