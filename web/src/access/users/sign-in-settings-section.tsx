import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { notifyDone } from '../../ui/notify';
import { Section } from '../../ui/section';
import { Answer, Failure } from '../../ui/states';
import { changeSignInSettings, signInSettingsQuery } from './queries';

const SettingsForm = ({ from }: { from: string | null }) => {
  const { t } = useTranslation(['users', 'app']);
  const client = useQueryClient();
  const form = useForm<{ from: string | null }>({ initialValues: { from } });
  const change = useMutation({
    mutationFn: changeSignInSettings,
    onSuccess: async () => {
      notifyDone(t('app:saved'));
      await client.invalidateQueries({ queryKey: signInSettingsQuery.queryKey });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values.from))}>
      <Stack gap="sm" maw={420}>
        {change.error !== null && <Failure error={change.error} />}
        <DayField
          label={t('requireFrom')}
          description={t('requireHint')}
          clearable
          {...form.getInputProps('from')}
        />
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
};

/** What the employer requires at sign-in. */
export const SignInSettingsSection = () => {
  const { t } = useTranslation('users');
  const settings = useQuery(signInSettingsQuery);
  return (
    <Section title={t('settings')}>
      <Answer query={settings} lines={2}>
        {({ secondFactorRequiredFrom }) => <SettingsForm from={secondFactorRequiredFrom} />}
      </Answer>
    </Section>
  );
};
