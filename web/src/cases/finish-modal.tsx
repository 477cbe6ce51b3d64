import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { finishFollowUp, finishReferral } from './queries';
import type { TimelineEntry } from './timeline';
import { useCaseStep } from './use-case-step';

type Props = { caseId: string; entry: TimelineEntry; onClose: () => void };

/** The day on which something planned was done. */
export const FinishModal = ({ caseId, entry, onClose }: Props) => {
  const { t } = useTranslation('cases');
  const form = useForm({ initialValues: { day: today() } });
  const finish = ({ day }: { day: string }): Promise<unknown> =>
    entry.kind === 'referral'
      ? finishReferral(caseId, entry.key, day)
      : finishFollowUp(caseId, entry.key, day);
  const { busy, error, take } = useCaseStep(form, finish, onClose);
  return (
    <FormModal
      opened
      title={t('finish.title')}
      submitLabel={t('finish.save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <DayField label={t('finish.day')} required max={today()} {...form.getInputProps('day')} />
    </FormModal>
  );
};
