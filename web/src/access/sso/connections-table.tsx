import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Empty, Failure } from '../../ui/states';
import { Status } from '../../ui/status';
import type { SsoConnection } from '../views';
import { Expiry } from './expiry';
import { connectionsQuery, removeConnection } from './queries';

type Props = { connections: SsoConnection[]; onChange: (connection: SsoConnection) => void };

const useColumns = (onChange: Props['onChange'], remove: (id: string) => void): Column<SsoConnection>[] => {
  const { t } = useTranslation('sso');
  return [
    { key: 'name', head: t('name'), main: true, cell: (one) => one.name },
    { key: 'protocol', head: t('protocol'), cell: (one) => t(`protocols.${one.protocol}`) },
    { key: 'domains', head: t('domains'), cell: (one) => one.emailDomains.join(', ') },
    {
      key: 'expires',
      head: t('certificateEnds'),
      cell: (one) => (one.certificatesEndAt === null ? '–' : <Expiry at={one.certificatesEndAt} />),
    },
    {
      key: 'state',
      head: t('state'),
      cell: (one) => <Status tone={one.enabled ? 'calm' : 'quiet'}>{t(one.enabled ? 'on' : 'off')}</Status>,
    },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: (one) => (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => onChange(one)}>
            {t('change')}
          </Button>
          <ConfirmButton
            label={t('remove')}
            title={t('removeTitle', { name: one.name })}
            confirmLabel={t('remove')}
            danger
            onConfirm={() => remove(one.id)}
          >
            {t('removeHint')}
          </ConfirmButton>
        </Group>
      ),
    },
  ];
};

export const ConnectionsTable = ({ connections, onChange }: Props) => {
  const { t } = useTranslation('sso');
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: removeConnection,
    onSuccess: () => client.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
  });
  const columns = useColumns(onChange, (id) => remove.mutate(id));
  return (
    <>
      {remove.error !== null && <Failure error={remove.error} />}
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={connections}
        rowKey={(one) => one.id}
        empty={
          <Empty title={t('none')} icon="lock">
            {t('noneHint')}
          </Empty>
        }
      />
    </>
  );
};
