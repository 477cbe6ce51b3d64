import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Views } from '../../api/client';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty, Failure } from '../../ui/states';
import { Status } from '../../ui/status';
import { useWord } from '../../ui/use-word';
import { useHat } from '../use-hat';
import { InvitationsTable } from '../users/invitations-table';
import { InviteModal } from '../users/invite-modal';
import {
  COLLEAGUES,
  colleaguesQuery,
  endColleague,
  invitedColleagues,
  inviteColleague,
  mailAgain,
  withdraw,
  type Colleague,
} from './queries';

const ACTS = { list: invitedColleagues.queryKey, mailAgain, withdraw };
const route = getRouteApi('/house/colleagues');

const useColumns = (onEnd: (id: string) => void): Column<Colleague>[] => {
  const { t } = useTranslation('users');
  const word = useWord();
  return [
    {
      key: 'name',
      head: t('name'),
      main: true,
      cell: ({ name, self }) => (
        <>
          {name} {self && <span className="quiet">({t('colleagues.self')})</span>}
        </>
      ),
    },
    { key: 'email', head: t('email'), cell: ({ email }) => email },
    { key: 'role', head: t('role'), cell: ({ role }) => word('access', 'roles', role) },
    {
      key: 'factor',
      head: t('secondFactor'),
      cell: ({ secondFactor }) => (
        <Status tone={secondFactor ? 'calm' : 'quiet'}>{t(secondFactor ? 'has' : 'hasNot')}</Status>
      ),
    },
    { key: 'lastUsedAt', head: t('lastUsed'), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: ({ id, name, self }) =>
        !self && (
          <ConfirmButton
            label={t('end')}
            title={t('endTitle', { name })}
            confirmLabel={t('end')}
            danger
            onConfirm={() => onEnd(id)}
          >
            {t('colleagues.endHint')}
          </ConfirmButton>
        ),
    },
  ];
};

const Colleagues = ({ list, onPage }: { list: Views['ColleaguesPage']; onPage: (page: number) => void }) => {
  const { t } = useTranslation('users');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: endColleague,
    onSuccess: () => client.invalidateQueries({ queryKey: COLLEAGUES }),
  });
  const columns = useColumns((id) => end.mutate(id));
  return (
    <>
      {end.error !== null && <Failure error={end.error} />}
      <DataTable
        caption={t('list')}
        columns={columns}
        rows={list.items}
        rowKey={({ id }) => id}
        paging={{ ...list, onPage }}
        empty={
          <Empty title={t('colleagues.none')} icon="users">
            {t('colleagues.noneHint')}
          </Empty>
        }
      />
    </>
  );
};

/** Who else works for the provider, or speaks for the same party of the partnership. */
export const ColleaguesPage = () => {
  const { t } = useTranslation('users');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const colleagues = useQuery(colleaguesQuery(page));
  const invitations = useQuery(invitedColleagues);
  const [opened, { open, close }] = useDisclosure(false);
  const isProvider = useHat().role === 'team-lead';
  const { roles = [] } = colleagues.data ?? {};
  const [first] = roles;
  return (
    <>
      <PageHeader
        title={t('colleagues.title')}
        meta={t(isProvider ? 'colleagues.provider' : 'colleagues.partnership')}
        actions={<Button onClick={open}>{t('colleagues.invite')}</Button>}
      />
      <Stack>
        <Section title={t('list')} flush>
          <Answer query={colleagues}>
            {(list) => (
              <Colleagues list={list} onPage={(next) => void navigate({ search: { page: next } })} />
            )}
          </Answer>
        </Section>
        <Section title={t('open')} flush>
          <Answer query={invitations} lines={2}>
            {(list) => <InvitationsTable invitations={list} acts={ACTS} />}
          </Answer>
        </Section>
      </Stack>
      {first !== undefined && (
        <InviteModal
          title={t('colleagues.invite')}
          roles={roles}
          first={first}
          invite={inviteColleague}
          list={ACTS.list}
          opened={opened}
          onClose={close}
        />
      )}
    </>
  );
};
