import { Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { closeCase } from './queries';
import { useCaseStep } from './use-case-step';
import { PERSON_OUTCOMES, UNIT_OUTCOMES, type CaseOutcome, type CaseSubject } from './views';

type Values = { outcome: CaseOutcome };
type Props = { opened: boolean; caseId: string; subject: CaseSubject; onClose: () => void };

export const CloseCaseModal = ({ opened, caseId, subject, onClose }: Props) => {
  const { t } = useTranslation('cases');
  const outcomes: readonly CaseOutcome[] = subject === 'unit' ? UNIT_OUTCOMES : PERSON_OUTCOMES;
  const form = useForm<Values>({ initialValues: { outcome: outcomes[0] ?? 'no-further-need' } });
  const { busy, error, take } = useCaseStep(form, (values) => closeCase(caseId, values), onClose);
  return (
    <FormModal
      opened={opened}
      title={t('steps.closure')}
      submitLabel={t('closure.save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <Text size="sm">{t('closure.hint')}</Text>
      <Select
        label={t('outcome')}
        data={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        {...form.getInputProps('outcome')}
      />
    </FormModal>
  );
};
