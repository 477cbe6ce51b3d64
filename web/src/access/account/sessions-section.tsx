import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { Section } from '../../ui/section';
import { Answer, Failure } from '../../ui/states';
import { useWord } from '../../ui/use-word';
import type { OwnSession } from '../views';
import { deviceOf } from './device-name';
import { endAllSessions, endSession, ownSessionsQuery } from './queries';

const Device = ({ session }: { session: OwnSession }) => {
  const { t } = useTranslation('account');
  const device = deviceOf(session.userAgent);
  const name = device === null ? t('sessions.unknownDevice') : t('sessions.on', device);
  return <>{session.isCurrent ? `${name} (${t('sessions.here')})` : name}</>;
};

const useColumns = (end: (id: string) => void): Column<OwnSession>[] => {
  const { t } = useTranslation('account');
  const word = useWord();
  return [
    { key: 'device', head: t('sessions.device'), main: true, cell: (one) => <Device session={one} /> },
    { key: 'lastUsedAt', head: t('sessions.lastUsed'), cell: (one) => <Moment at={one.lastUsedAt} /> },
    { key: 'address', head: t('sessions.address'), cell: (one) => one.address || '–' },
    { key: 'method', head: t('sessions.method'), cell: (one) => word('account', 'methods', one.method) },
    {
      key: 'act',
      head: t('sessions.act'),
      act: true,
      cell: (one) =>
        one.isCurrent ? null : (
          <ConfirmButton
            label={t('sessions.end')}
            title={t('sessions.endTitle')}
            confirmLabel={t('sessions.end')}
            onConfirm={() => end(one.id)}
          >
            {t('sessions.endHint')}
          </ConfirmButton>
        ),
    },
  ];
};

const SessionTable = ({ sessions }: { sessions: OwnSession[] }) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  const columns = useColumns((id) => end.mutate(id));
  return (
    <>
      {end.error !== null && <Failure error={end.error} />}
      <DataTable
        caption={t('sessions.title')}
        columns={columns}
        rows={sessions}
        rowKey={(one) => one.id}
        empty={null}
      />
    </>
  );
};

const EndAll = () => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const endAll = useMutation({
    mutationFn: () => endAllSessions(client),
    onSuccess: () => navigate({ to: '/sign-in' }),
  });
  return (
    <ConfirmButton
      label={t('sessions.endAll')}
      title={t('sessions.endAllTitle')}
      confirmLabel={t('sessions.endAll')}
      danger
      busy={endAll.isPending}
      onConfirm={() => endAll.mutate()}
    >
      {t('sessions.endAllHint')}
    </ConfirmButton>
  );
};

export const SessionsSection = () => {
  const { t } = useTranslation('account');
  const sessions = useQuery(ownSessionsQuery);
  return (
    <Section title={t('sessions.title')} aside={<EndAll />} flush>
      <Answer query={sessions}>{(list) => <SessionTable sessions={list} />}</Answer>
    </Section>
  );
};
