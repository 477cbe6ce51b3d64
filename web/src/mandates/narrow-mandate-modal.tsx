import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { narrowMandate } from './queries';
import { ScopeFields, scopeOf, type ScopeValues } from './scope-fields';
import { useMandateStep } from './use-mandate-step';
import { useNames } from './use-names';
import type { Mandate } from './views';

/** From today on a mandate reaches less than it did. */
export const NarrowMandateModal = ({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) => {
  const { t } = useTranslation(['mandates', 'app']);
  const names = useNames();
  const showsKind = mandate.fields.includes('absence-kind');
  const form = useForm<ScopeValues>({
    initialValues: { unitIds: mandate.unitIds, rules: mandate.rules, showsKind, to: mandate.to },
    validate: {
      unitIds: (ids) => (ids.length === 0 ? t('app:required') : null),
      rules: (rules) => (rules.length === 0 ? t('app:required') : null),
    },
  });
  const step = useMandateStep(form, (values) => narrowMandate(mandate.id, scopeOf(values)), onClose);
  return (
    <FormModal
      opened
      title={t('narrowTitle', { provider: mandate.providerName })}
      submitLabel={t('narrow')}
      busy={step.busy}
      error={step.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => step.take(values))}
    >
      <Text size="sm">{t('narrowHint')}</Text>
      <ScopeFields
        field={form.getInputProps}
        units={mandate.unitIds.map((id) => ({ value: id, label: names.unit(id) }))}
        rules={mandate.rules.map((rule) => ({ value: rule, label: names.rule(rule) }))}
        mayShowKind={showsKind}
        {...(mandate.to === null ? {} : { latest: mandate.to })}
      />
    </FormModal>
  );
};
