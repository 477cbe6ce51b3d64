import { FileInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Moment } from '../ui/day';
import { ConfirmButton } from '../ui/confirm';
import { TextLink } from '../ui/link';
import { notifyDone, notifyFailed } from '../ui/notify';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status, type Tone } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useProblemText } from '../ui/use-problem-text';
import { trackImportsQuery, undoImport, uploadWeeks } from './queries';
import { Rejections } from './track-rejections';
import type { TrackImport, TrackImportState } from './views';

const route = getRouteApi('/house/employment-track/imports');

const TONES: Record<TrackImportState, Tone> = {
  waiting: 'quiet',
  recorded: 'calm',
  failed: 'danger',
  undoing: 'quiet',
  undone: 'quiet',
};

const Upload = () => {
  const { t } = useTranslation('employmentTrack');
  const client = useQueryClient();
  const words = useProblemText();
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: uploadWeeks,
    onSuccess: async () => {
      setFile(null);
      await client.invalidateQueries({ queryKey: ['track-imports'] });
    },
    onError: () => setFile(null),
  });
  return (
    <FileInput
      label={t('imports.file')}
      description={t('imports.fileHint')}
      placeholder={t('imports.choose')}
      accept=".csv,.txt,.tsv,.xlsx"
      maw={480}
      value={file}
      disabled={send.isPending}
      error={send.error === null ? null : words(send.error)}
      onChange={(chosen) => {
        setFile(chosen);
        if (chosen !== null) send.mutate(chosen);
      }}
    />
  );
};

const Outcome = ({ row }: { row: TrackImport }) => {
  const { t } = useTranslation('employmentTrack');
  const format = useFormat();
  if (row.failure !== null) return <>{t(`imports.failures.${failureKey(row.failure)}`)}</>;
  if (row.counts === null) return <>–</>;
  const { inserted, changed, unchanged, undone, left } = row.counts;
  const counts = [inserted, changed, unchanged].map((count) => format.number(count));
  return (
    <>
      {t('imports.counts', { inserted: counts[0], changed: counts[1], unchanged: counts[2] })}
      {undone !== undefined && <> · {t('imports.undoneCounts', { undone, left: left ?? 0 })}</>}
    </>
  );
};

const FAILURES = ['columns-missing', 'not-a-table', 'empty'] as const;
const failureKey = (failure: string): (typeof FAILURES)[number] | 'other' =>
  FAILURES.find((known) => known === failure) ?? 'other';

const Undo = ({ row }: { row: TrackImport }) => {
  const { t } = useTranslation('employmentTrack');
  const client = useQueryClient();
  const words = useProblemText();
  const undo = useMutation({
    mutationFn: () => undoImport(row.id),
    onSuccess: async () => {
      notifyDone(t('imports.undoBegun'));
      await client.invalidateQueries({ queryKey: ['track-imports'] });
    },
    onError: (error) => notifyFailed(words(error)),
  });
  if (row.state !== 'recorded') return null;
  return (
    <ConfirmButton
      label={t('imports.undo')}
      title={t('imports.undoTitle')}
      confirmLabel={t('imports.undo')}
      busy={undo.isPending}
      onConfirm={() => undo.mutate()}
    >
      {t('imports.undoWhat')}
    </ConfirmButton>
  );
};

const useColumns = (): Column<TrackImport>[] => {
  const { t } = useTranslation('employmentTrack');
  const format = useFormat();
  return [
    { key: 'file', head: t('imports.name'), main: true, cell: ({ fileName }) => fileName },
    { key: 'when', head: t('imports.when'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { key: 'by', head: t('imports.by'), cell: ({ createdByName }) => createdByName ?? t('imports.operator') },
    {
      key: 'state',
      head: t('imports.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`imports.states.${state}`)}</Status>,
    },
    { key: 'outcome', head: t('imports.outcome'), cell: (row) => <Outcome row={row} /> },
    {
      key: 'rejected',
      head: t('imports.rejected'),
      number: true,
      cell: ({ id, counts }) =>
        counts === null || counts.rejected === 0 ? (
          format.number(counts?.rejected ?? null)
        ) : (
          <TextLink
            to="/employment-track/imports"
            search={(old) => ({ ...old, rejected: id, rows: undefined })}
          >
            {format.number(counts.rejected)}
          </TextLink>
        ),
    },
    { key: 'act', head: t('imports.act'), act: true, cell: (row) => <Undo row={row} /> },
  ];
};

/** Files of citizens' weeks, and what became of them. */
export const TrackImportsPage = () => {
  const { t } = useTranslation('employmentTrack');
  const { page = 1, rejected } = route.useSearch();
  const navigate = route.useNavigate();
  const imports = useQuery(trackImportsQuery(page));
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        meta={t('imports.intro')}
        path={[
          <TextLink key="list" to="/employment-track">
            {t('title')}
          </TextLink>,
        ]}
      />
      <Stack>
        <Upload />
        {rejected !== undefined && <Rejections importId={rejected} />}
        <Section title={t('imports.list')} flush>
          <Answer query={imports} lines={6}>
            {(list) => (
              <DataTable
                caption={t('imports.list')}
                columns={columns}
                rows={list.items}
                rowKey={({ id }) => id}
                paging={{
                  ...list,
                  onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
                }}
                empty={
                  <Empty title={t('imports.none')} icon="imports">
                    {t('imports.noneHint')}
                  </Empty>
                }
              />
            )}
          </Answer>
        </Section>
      </Stack>
    </>
  );
};
