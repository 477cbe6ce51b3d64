import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { Empty, Failure } from '../../ui/states';
import { Status } from '../../ui/status';
import { useWord } from '../../ui/use-word';
import type { UserRow, UsersList } from '../views';
import { endAccess, USERS } from './queries';

const useColumns = (end: (userId: string) => void): Column<UserRow>[] => {
  const { t } = useTranslation('users');
  const word = useWord();
  const roles = ({ hats }: UserRow): string =>
    hats.map(({ role }) => word('access', 'roles', role)).join(', ');
  const numbers = ({ hats }: UserRow): string =>
    [...new Set(hats.flatMap(({ employeeNumber }) => employeeNumber ?? []))].join(', ') || '–';
  return [
    { key: 'name', head: t('name'), main: true, cell: (user) => user.name },
    { key: 'email', head: t('email'), cell: (user) => user.email },
    { key: 'roles', head: t('roles'), cell: roles },
    { key: 'employee', head: t('employee'), cell: numbers },
    {
      key: 'factor',
      head: t('secondFactor'),
      cell: (user) => (
        <Status tone={user.secondFactor ? 'calm' : 'quiet'}>{t(user.secondFactor ? 'has' : 'hasNot')}</Status>
      ),
    },
    { key: 'lastUsedAt', head: t('lastUsed'), cell: (user) => <Moment at={user.lastUsedAt} /> },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: (user) => (
        <ConfirmButton
          label={t('end')}
          title={t('endTitle', { name: user.name })}
          confirmLabel={t('end')}
          danger
          onConfirm={() => end(user.userId)}
        >
          {t('endHint')}
        </ConfirmButton>
      ),
    },
  ];
};

export const UsersTable = ({ list, onPage }: { list: UsersList; onPage: (page: number) => void }) => {
  const { t } = useTranslation('users');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: endAccess,
    onSuccess: () => client.invalidateQueries({ queryKey: USERS }),
  });
  const columns = useColumns((userId) => end.mutate(userId));
  return (
    <>
      {end.error !== null && <Failure error={end.error} />}
      <DataTable
        caption={t('list')}
        columns={columns}
        rows={list.items}
        rowKey={(user) => user.userId}
        paging={{ ...list, onPage }}
        empty={
          <Empty title={t('none')} icon="users">
            {t('noneHint')}
          </Empty>
        }
      />
    </>
  );
};
