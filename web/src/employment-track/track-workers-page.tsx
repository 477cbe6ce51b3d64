import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import { DataTable, type Column } from '../ui/data-table';
import { TextLink } from '../ui/link';
import { notifyDone, notifyFailed } from '../ui/notify';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useProblemText } from '../ui/use-problem-text';
import { linkWorker, trackWorkersQuery } from './queries';
import type { TrackWorker } from './views';

type Login = Views['TrackLoginView'];

const LinkLogin = ({ worker, logins }: { worker: TrackWorker; logins: Login[] }) => {
  const { t } = useTranslation('employmentTrack');
  const client = useQueryClient();
  const words = useProblemText();
  const link = useMutation({
    mutationFn: (hatId: string | null) => linkWorker(worker.id, hatId),
    onSuccess: async () => {
      notifyDone(t('workers.saved'));
      await client.invalidateQueries({ queryKey: ['track-workers'] });
      await client.invalidateQueries({ queryKey: ['citizens'] });
    },
    onError: (error) => notifyFailed(words(error)),
  });
  return (
    <Select
      aria-label={t('workers.loginOf', { code: worker.code })}
      size="xs"
      clearable
      clearButtonProps={{ 'aria-label': t('workers.unlink') }}
      placeholder={t('workers.choose')}
      disabled={link.isPending}
      value={worker.hatId}
      data={logins
        .filter(({ kind }) => kind === worker.kind)
        .map(({ hatId, name }) => ({ value: hatId, label: name }))}
      onChange={(hatId) => link.mutate(hatId)}
    />
  );
};

/** Whose login the files' coaches and caseworkers are. */
export const TrackWorkersPage = () => {
  const { t } = useTranslation('employmentTrack');
  const workers = useQuery(trackWorkersQuery);
  const columns = (logins: Login[]): Column<TrackWorker>[] => [
    { key: 'code', head: t('workers.code'), main: true, cell: ({ code }) => code },
    { key: 'kind', head: t('workers.kind'), cell: ({ kind }) => t(`workers.kinds.${kind}`) },
    {
      key: 'login',
      head: t('workers.login'),
      cell: (worker) => <LinkLogin worker={worker} logins={logins} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('workers.title')}
        meta={t('workers.intro')}
        path={[
          <TextLink key="list" to="/employment-track">
            {t('title')}
          </TextLink>,
        ]}
      />
      <Section title={t('workers.list')} flush>
        <Answer query={workers} lines={6}>
          {({ items, logins }) => (
            <DataTable
              caption={t('workers.list')}
              columns={columns(logins)}
              rows={items}
              rowKey={({ id }) => id}
              empty={
                <Empty title={t('workers.none')} icon="users">
                  {t('workers.noneHint')}
                </Empty>
              }
            />
          )}
        </Answer>
      </Section>
    </>
  );
};
