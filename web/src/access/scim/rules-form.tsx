import { Autocomplete, Button, Group, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../ui/notify';
import { Empty, Failure } from '../../ui/states';
import { EMPLOYER_ROLES, type DirectoryRoles, type RoleRule } from '../views';
import { directoryQuery, saveRules } from './queries';

type Values = { rules: RoleRule[] };

const useRules = (kept: RoleRule[]) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { rules: kept },
    validate: { rules: { value: (value) => (value.trim() === '' ? t('required') : null) } },
  });
  const save = useMutation({
    mutationFn: ({ rules }: Values) =>
      saveRules(rules.map((rule) => ({ ...rule, value: rule.value.trim() }))),
    onSuccess: async () => {
      notifyDone(t('saved'));
      form.resetDirty();
      await client.invalidateQueries({ queryKey: directoryQuery.queryKey });
    },
  });
  return { form, save };
};

const Rule = ({
  form,
  at,
  groups,
}: {
  form: ReturnType<typeof useRules>['form'];
  at: number;
  groups: string[];
}) => {
  const { t } = useTranslation(['scim', 'access']);
  return (
    <Group gap="xs" align="flex-end">
      <Autocomplete
        label={t('group')}
        maxLength={300}
        flex="1 1 200px"
        data={groups}
        {...form.getInputProps(`rules.${at}.value`)}
      />
      <Select
        label={t('role')}
        flex="1 1 200px"
        allowDeselect={false}
        data={EMPLOYER_ROLES.map((value) => ({ value, label: t(`access:roles.${value}`) }))}
        {...form.getInputProps(`rules.${at}.role`)}
      />
      <Button variant="default" onClick={() => form.removeListItem('rules', at)}>
        {t('remove')}
      </Button>
    </Group>
  );
};

/** Which group of the directory gives which role. */
export const RulesForm = ({ rules, groups }: Pick<DirectoryRoles, 'rules' | 'groups'>) => {
  const { t } = useTranslation('scim');
  const { form, save } = useRules(rules);
  const names = [...new Set(groups.map(({ displayName }) => displayName))];
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="sm">
        {save.error !== null && <Failure error={save.error} />}
        {form.values.rules.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
        {form.values.rules.map((_, at) => (
          <Rule key={at} form={form} at={at} groups={names} />
        ))}
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => form.insertListItem('rules', { value: '', role: 'employee' })}
          >
            {t('add')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
