import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { endMandate } from './queries';
import { useMandateStep } from './use-mandate-step';
import type { Mandate } from './views';

/** Ends a mandate at once, or after a day. */
export const EndMandateModal = ({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) => {
  const { t } = useTranslation('mandates');
  const form = useForm<{ lastOn: string | null }>({ initialValues: { lastOn: null } });
  const step = useMandateStep(form, ({ lastOn }) => endMandate(mandate.id, lastOn), onClose);
  return (
    <FormModal
      opened
      title={t('endTitle', { provider: mandate.providerName })}
      submitLabel={t('end')}
      danger
      busy={step.busy}
      error={step.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => step.take(values))}
    >
      <Text size="sm">{t('endHint')}</Text>
      <DayField
        label={t('lastOn')}
        description={t('lastOnHint')}
        clearable
        min={today()}
        {...(mandate.to === null ? {} : { max: mandate.to })}
        {...form.getInputProps('lastOn')}
      />
    </FormModal>
  );
};
