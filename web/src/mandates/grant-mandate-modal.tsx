import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../organisations/queries';
import { unitChoices } from '../organisations/unit-choices';
import { rulesQuery } from '../signals/queries';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { grantMandate, providersQuery } from './queries';
import { ScopeFields, scopeOf, type ScopeValues } from './scope-fields';
import { useMandateStep } from './use-mandate-step';
import { useNames } from './use-names';
import type { GrantMandate, Provider } from './views';

type Values = ScopeValues & {
  providerId: string | null;
  processingRole: GrantMandate['processingRole'];
  agreementReference: string;
  basis: string;
  signatory: string;
  signedOn: string | null;
  informedOn: string | null;
  purpose: string;
  from: string | null;
};

const EMPTY: Values = {
  providerId: null,
  processingRole: 'processor',
  agreementReference: '',
  basis: '',
  signatory: '',
  signedOn: null,
  informedOn: null,
  purpose: '',
  unitIds: [],
  rules: [],
  showsKind: false,
  from: today(),
  to: null,
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const mandateOf = (values: Values): GrantMandate => ({
  ...scopeOf(values),
  providerId: values.providerId ?? '',
  processingRole: values.processingRole,
  agreementReference: orNull(values.agreementReference),
  basis: orNull(values.basis),
  signatory: values.signatory.trim(),
  signedOn: values.signedOn ?? '',
  informedOn: values.informedOn,
  purpose: values.purpose.trim(),
  from: values.from ?? '',
});

const useGrant = (onClose: () => void) => {
  const { t } = useTranslation('app');
  const needed = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0) ? t('required') : null;
  const form = useForm<Values>({
    initialValues: EMPTY,
    validate: {
      providerId: needed,
      signatory: needed,
      signedOn: needed,
      purpose: needed,
      unitIds: needed,
      rules: needed,
      from: needed,
      agreementReference: (text, { processingRole }) =>
        processingRole === 'processor' ? needed(text) : null,
      basis: (text, { processingRole }) => (processingRole === 'controller' ? needed(text) : null),
    },
  });
  return { form, ...useMandateStep(form, (values) => grantMandate(mandateOf(values)), onClose) };
};

const GroundFields = ({ form, providers }: { form: UseFormReturnType<Values>; providers: Provider[] }) => {
  const { t } = useTranslation('mandates');
  const { processingRole, providerId } = form.values;
  const ofAuthority = providers.find(({ id }) => id === providerId)?.affiliation === 'authority';
  const roles = (['processor', 'controller'] as const).map((value) => ({
    value,
    label: t(`processingRoles.${value}`),
  }));
  return (
    <>
      <Select
        label={t('processingRole')}
        allowDeselect={false}
        data={roles}
        {...form.getInputProps('processingRole')}
      />
      {processingRole === 'processor' && (
        <TextInput
          label={t('agreement')}
          withAsterisk
          maxLength={200}
          {...form.getInputProps('agreementReference')}
        />
      )}
      {(processingRole === 'controller' || ofAuthority) && (
        <Textarea
          label={t('basis')}
          description={t(ofAuthority ? 'basisOfAuthorityHint' : 'basisHint')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('basis')}
        />
      )}
      <TextInput label={t('signatory')} withAsterisk maxLength={200} {...form.getInputProps('signatory')} />
      <DayField label={t('signedOn')} required max={today()} {...form.getInputProps('signedOn')} />
      <TextInput label={t('purpose')} withAsterisk maxLength={500} {...form.getInputProps('purpose')} />
    </>
  );
};

export const GrantMandateModal = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('mandates');
  const { form, busy, error, take } = useGrant(onClose);
  const { data: providers = [] } = useQuery({ ...providersQuery, enabled: opened });
  const { data: units } = useQuery(unitsQuery);
  const { data: rules = [] } = useQuery({ ...rulesQuery, enabled: opened });
  const names = useNames();
  const ruleChoices = rules
    .flatMap((employer) => employer.rules)
    .filter(({ recipients }) => recipients.includes('retention-consultant'))
    .map(({ rule }) => ({ value: rule, label: names.rule(rule) }));
  return (
    <FormModal
      opened={opened}
      title={t('grant')}
      submitLabel={t('grant')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => take(values))}
    >
      <Select
        label={t('provider')}
        withAsterisk
        searchable
        data-autofocus
        data={providers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('providerId')}
      />
      <GroundFields form={form} providers={providers} />
      <DayField
        label={t('informedOn')}
        description={t('informedHint')}
        clearable
        max={today()}
        {...form.getInputProps('informedOn')}
      />
      <DayField label={t('from')} required {...form.getInputProps('from')} />
      <ScopeFields
        field={form.getInputProps}
        units={units === undefined ? [] : unitChoices(units)}
        rules={ruleChoices}
        mayShowKind
      />
    </FormModal>
  );
};
