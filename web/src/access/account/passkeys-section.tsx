import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { FormModal } from '../../ui/form-modal';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Answer, Failure } from '../../ui/states';
import type { Passkey } from '../views';
import { addPasskey, removePasskey, secondFactorQuery } from './queries';

const AddModal = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation(['account', 'app']);
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('app:required') : null) },
  });
  const add = useMutation({
    mutationFn: (name: string) => addPasskey(name.trim()),
    onSuccess: async () => {
      form.reset();
      onClose();
      await client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    },
  });
  const isOurs = add.error instanceof ProblemError;
  return (
    <FormModal
      opened={opened}
      title={t('passkeys.add')}
      submitLabel={t('passkeys.add')}
      busy={add.isPending}
      error={isOurs ? add.error : null}
      onClose={onClose}
      onSubmit={form.onSubmit(({ name }) => add.mutate(name))}
    >
      {add.error !== null && !isOurs && <Notice tone="attention">{t('passkeys.failed')}</Notice>}
      <TextInput
        label={t('passkeys.name')}
        description={t('passkeys.nameHint')}
        maxLength={60}
        data-autofocus
        {...form.getInputProps('name')}
      />
    </FormModal>
  );
};

const useColumns = (remove: (id: string) => void): Column<Passkey>[] => {
  const { t } = useTranslation('account');
  return [
    { key: 'name', head: t('passkeys.name'), main: true, cell: (one) => one.name },
    { key: 'createdAt', head: t('passkeys.added'), cell: (one) => <Moment at={one.createdAt} /> },
    {
      key: 'act',
      head: t('passkeys.act'),
      act: true,
      cell: (one) => (
        <ConfirmButton
          label={t('passkeys.remove')}
          title={t('passkeys.removeTitle', { name: one.name })}
          confirmLabel={t('passkeys.remove')}
          danger
          onConfirm={() => remove(one.id)}
        >
          {t('passkeys.removeHint')}
        </ConfirmButton>
      ),
    },
  ];
};

export const PasskeysSection = () => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const factor = useQuery(secondFactorQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const remove = useMutation({
    mutationFn: removePasskey,
    onSuccess: () => client.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
  });
  const columns = useColumns((id) => remove.mutate(id));
  return (
    <Section title={t('passkeys.title')}>
      <Text size="sm" mb="xs">
        {t('passkeys.why')}
      </Text>
      {remove.error !== null && <Failure error={remove.error} />}
      <Answer query={factor} lines={2}>
        {({ passkeys }) => (
          <DataTable
            caption={t('passkeys.title')}
            columns={columns}
            rows={passkeys}
            rowKey={(one) => one.id}
            empty={<Text size="sm">{t('passkeys.none')}</Text>}
          />
        )}
      </Answer>
      <Button mt="sm" variant="default" onClick={open}>
        {t('passkeys.add')}
      </Button>
      <AddModal opened={opened} onClose={close} />
    </Section>
  );
};
