import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { TextLink } from '../../ui/link';
import { Empty, Failure } from '../../ui/states';
import { Status } from '../../ui/status';
import { useWord } from '../../ui/use-word';
import type { UserRow, UsersList } from '../views';
import { LinkEmployeeModal } from './link-employee-modal';
import { endAccess, USERS } from './queries';

type Acts = { onEnd: (userId: string) => void; onLink: (user: UserRow) => void };

/** Each role leads to what it opens. */
const Roles = ({ user }: { user: UserRow }) => {
  const word = useWord();
  return (
    <Group gap={4} justify="inherit">
      {user.hats.map(({ id, role }) => (
        <TextLink key={id} to="/roles" search={{ role }}>
          {word('access', 'roles', role)}
        </TextLink>
      ))}
    </Group>
  );
};

/** The employee that a user is, and the way to change it. */
const Employee = ({ user, onLink }: { user: UserRow; onLink: Acts['onLink'] }) => {
  const { t } = useTranslation('users');
  const numbers = [...new Set(user.hats.flatMap(({ employeeNumber }) => employeeNumber ?? []))];
  const shown = numbers.length === 0 ? t('link') : numbers.join(', ');
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${shown}. ${t('linkTitle', { name: user.name })}`}
      onClick={() => onLink(user)}
    >
      {shown}
    </Button>
  );
};

const useColumns = ({ onEnd, onLink }: Acts): Column<UserRow>[] => {
  const { t } = useTranslation('users');
  return [
    { key: 'name', head: t('name'), main: true, cell: (user) => user.name },
    { key: 'email', head: t('email'), cell: (user) => user.email },
    { key: 'roles', head: t('roles'), cell: (user) => <Roles user={user} /> },
    { key: 'employee', head: t('employee'), cell: (user) => <Employee user={user} onLink={onLink} /> },
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
          onConfirm={() => onEnd(user.userId)}
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
  const [linked, setLinked] = useState<UserRow | null>(null);
  const columns = useColumns({ onEnd: (userId) => end.mutate(userId), onLink: setLinked });
  return (
    <>
      {end.error !== null && <Failure error={end.error} />}
      {linked !== null && <LinkEmployeeModal user={linked} onClose={() => setLinked(null)} />}
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
