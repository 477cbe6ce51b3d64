import { Checkbox, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../ui/copy-text';
import { Facts } from '../../ui/facts';
import { FormModal } from '../../ui/form-modal';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { EMPLOYER_ROLES, type SsoConnection } from '../views';
import { settingsOf, valuesOf, type ConnectionValues } from './connection-values';
import { connectionsQuery, keysQuery, saveConnection } from './queries';
import { readRules } from './role-rules';

type Form = UseFormReturnType<ConnectionValues>;
type Props = { connection: SsoConnection | null; onClose: () => void };

const SHOWN = ['name', 'issuer', 'clientId', 'entryPoint'];

const OidcFields = ({ form, hasSecret }: { form: Form; hasSecret: boolean }) => {
  const { t } = useTranslation(['sso', 'access']);
  return (
    <>
      <TextInput
        label={t('issuerOidc')}
        placeholder="https://login.microsoftonline.com/…/v2.0"
        {...form.getInputProps('issuer')}
      />
      <TextInput label={t('clientId')} {...form.getInputProps('clientId')} />
      <PasswordInput
        label={t('clientSecret')}
        autoComplete="off"
        description={hasSecret ? t('secretKept') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('access:signIn.showPassword') }}
        {...form.getInputProps('clientSecret')}
      />
    </>
  );
};

const SamlFields = ({ form }: { form: Form }) => {
  const { t } = useTranslation('sso');
  return (
    <>
      <TextInput label={t('issuerSaml')} {...form.getInputProps('issuer')} />
      <TextInput label={t('entryPoint')} {...form.getInputProps('entryPoint')} />
      <Textarea label={t('certificate')} rows={4} {...form.getInputProps('certificate')} />
      <Checkbox
        label={t('signsRequests')}
        description={t('signsRequestsHint')}
        {...form.getInputProps('signsRequests', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('encryptedOnly')}
        description={t('encryptedOnlyHint')}
        {...form.getInputProps('encryptedOnly', { type: 'checkbox' })}
      />
    </>
  );
};

const RoleFields = ({ form }: { form: Form }) => {
  const { t } = useTranslation(['sso', 'access']);
  const roles = EMPLOYER_ROLES.map((value) => ({ value, label: t(`access:roles.${value}`) }));
  return (
    <>
      <TextInput label={t('domains')} description={t('domainsHint')} {...form.getInputProps('domains')} />
      <TextInput label={t('roleClaim')} placeholder="groups" {...form.getInputProps('roleClaim')} />
      <Textarea
        label={t('roleMap')}
        description={t('roleMapHint')}
        rows={4}
        {...form.getInputProps('roleMap')}
      />
      <Select
        label={t('defaultRole')}
        data={[{ value: '', label: t('noDefault') }, ...roles]}
        {...form.getInputProps('defaultRole')}
      />
      <TextInput label={t('employeeClaim')} {...form.getInputProps('employeeNumberClaim')} />
      <Checkbox label={t('makesUsers')} {...form.getInputProps('makesUsers', { type: 'checkbox' })} />
      <Checkbox label={t('enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
    </>
  );
};

/** What the IT department enters at the provider. */
const OurSide = ({ connection }: { connection: SsoConnection }) => {
  const { t } = useTranslation('sso');
  const facts = [
    { label: t('callback'), text: connection.callbackUrl },
    { label: t('entityId'), text: connection.entityId },
    { label: t('metadata'), text: connection.metadataUrl },
  ];
  return (
    <Facts
      items={facts.flatMap(({ label, text }) =>
        text === null ? [] : [{ label, value: <CopyText text={text} /> }],
      )}
    />
  );
};

const useConnectionForm = ({ connection, onClose }: Props) => {
  const { t } = useTranslation(['sso', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const filled = (text: string) => (text.trim() === '' ? t('app:required') : null);
  const form = useForm<ConnectionValues>({
    initialValues: valuesOf(connection),
    validate: {
      name: filled,
      issuer: filled,
      domains: filled,
      roleMap: (text) => {
        const read = readRules(text);
        return 'fault' in read ? t('badRule', { line: read.fault }) : null;
      },
    },
  });
  const save = useMutation({
    mutationFn: (values: ConnectionValues) =>
      saveConnection({ id: connection?.id ?? null, body: settingsOf(values, connection) }),
    onSuccess: async () => {
      onClose();
      await Promise.all(
        [connectionsQuery, keysQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })),
      );
    },
    onError: (error) => {
      const found = faults(error);
      form.setErrors({ ...found, certificate: found.certificates, domains: found.emailDomains });
    },
  });
  return { form, save };
};

export const ConnectionModal = (props: Props) => {
  const { t } = useTranslation('sso');
  const { connection, onClose } = props;
  const { form, save } = useConnectionForm(props);
  return (
    <FormModal
      opened
      title={connection?.name ?? t('add')}
      submitLabel={t('save')}
      busy={save.isPending}
      error={unshown(save.error, [...SHOWN, 'certificates', 'emailDomains'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      {connection !== null && <OurSide connection={connection} />}
      <Select
        label={t('protocol')}
        disabled={connection !== null}
        data={(['oidc', 'saml'] as const).map((value) => ({ value, label: t(`protocols.${value}`) }))}
        {...form.getInputProps('protocol')}
      />
      <TextInput label={t('name')} maxLength={60} {...form.getInputProps('name')} />
      {form.values.protocol === 'oidc' ? (
        <OidcFields form={form} hasSecret={connection?.hasSecret === true} />
      ) : (
        <SamlFields form={form} />
      )}
      <RoleFields form={form} />
    </FormModal>
  );
};
