import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { updateCase } from './queries';
import { useCaseStep } from './use-case-step';
import type { CaseView } from './views';

type Values = { theme: string; environmentGroupInformedOn: string | null };
type Props = { opened: boolean; view: CaseView; onClose: () => void };

/** What a case about a unit is about; it names no person. */
export const UnitCaseModal = ({ opened, view, onClose }: Props) => {
  const { t } = useTranslation('cases');
  const { theme, environmentGroupInformedOn } = view;
  const form = useForm<Values>({ initialValues: { theme, environmentGroupInformedOn } });
  const { busy, error, take } = useCaseStep(form, (values) => updateCase(view.id, values), onClose);
  return (
    <FormModal
      opened={opened}
      title={t('steps.agree')}
      submitLabel={t('unitCase.save')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <TextInput
        label={t('theme')}
        description={t('unitCase.themeHint')}
        maxLength={200}
        {...form.getInputProps('theme')}
      />
      <DayField
        label={t('environmentGroup')}
        clearable
        max={today()}
        {...form.getInputProps('environmentGroupInformedOn')}
      />
    </FormModal>
  );
};
