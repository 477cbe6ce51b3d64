import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { casesQuery, openCase, refreshCase } from './queries';

const useOpenUnitCase = (unitId: string) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const navigate = useNavigate();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { theme: '' },
    validate: { theme: (theme) => (theme.trim() === '' ? t('required') : null) },
  });
  const open = useMutation({
    mutationFn: ({ theme }: { theme: string }) => openCase({ unitId, theme: theme.trim() }),
    onSuccess: async ({ id }) => {
      await refreshCase(client);
      await navigate({ to: '/cases/$caseId', params: { caseId: id } });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, open };
};

export const OpenUnitCase = ({ unitId }: { unitId: string }) => {
  const { t } = useTranslation('cases');
  const [opened, { open: show, close }] = useDisclosure(false);
  const cases = useQuery(casesQuery({ page: 1, state: 'open' }));
  const { form, open } = useOpenUnitCase(unitId);
  if (cases.data?.abilities.includes('case.open') !== true) return null;
  return (
    <>
      <Button variant="default" onClick={show}>
        {t('openUnit')}
      </Button>
      <FormModal
        opened={opened}
        title={t('openUnit')}
        submitLabel={t('open')}
        busy={open.isPending}
        error={unshown(open.error, ['theme'])}
        onClose={close}
        onSubmit={form.onSubmit((values) => open.mutate(values))}
      >
        <TextInput
          label={t('unitCase.theme')}
          description={t('unitCase.themeHint')}
          withAsterisk
          maxLength={200}
          {...form.getInputProps('theme')}
        />
      </FormModal>
    </>
  );
};
