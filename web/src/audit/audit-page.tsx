import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Moment, Period } from '../ui/day';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { AuditFilters } from './audit-filters';
import styles from './audit-page.module.css';
import { auditFile, auditQuery } from './queries';
import { useActionWord } from './use-action-word';
import type { AuditEntry } from './views';

const route = getRouteApi('/house/audit');

const Under = ({ children }: { children: string }) => <span className={styles.under}>{children}</span>;

/** The network as it is, and the kind of program in words. */
const placeIn = (word: ReturnType<typeof useWord>, origin: string): string => {
  const [network = '', ...program] = origin.split(' ');
  return program.length === 0
    ? word('audit', 'origins', network)
    : `${network} ${word('audit', 'origins', program.join(' '))}`;
};

const useColumns = (): Column<AuditEntry>[] => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const word = useWord();
  const actionWord = useActionWord();
  return [
    {
      key: 'action',
      head: t('columns.action'),
      main: true,
      cell: ({ action, purpose }) => (
        <>
          {actionWord(action)}
          <Under>{purpose}</Under>
        </>
      ),
    },
    { key: 'at', head: t('columns.at'), cell: ({ at }) => <Moment at={at} /> },
    {
      key: 'who',
      head: t('columns.who'),
      cell: ({ role, actorName, origin }) => (
        <>
          {actorName ?? word('audit', 'roles', role)}
          <Under>
            {[actorName === null ? '' : word('audit', 'roles', role), placeIn(word, origin)]
              .filter(Boolean)
              .join(' · ')}
          </Under>
        </>
      ),
    },
    {
      key: 'people',
      head: t('columns.people'),
      number: true,
      cell: ({ people }) => format.number(people),
    },
    {
      key: 'outcome',
      head: t('columns.outcome'),
      cell: ({ outcome }) => (
        <Status tone={outcome === 'denied' ? 'attention' : 'quiet'}>{t(`outcomes.${outcome}`)}</Status>
      ),
    },
    {
      key: 'batch',
      head: t('columns.batch'),
      number: true,
      cell: ({ batch }) => (batch === null ? t('unsealed') : format.number(batch)),
    },
  ];
};

const Entries = () => {
  const { t } = useTranslation('audit');
  const { page = 1, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const entries = useQuery(auditQuery(filter, page));
  const columns = useColumns();
  return (
    <Answer query={entries} lines={8}>
      {(list) => (
        <Section title={t('list')} aside={<Period from={list.from} to={list.to} />} flush>
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={list.items}
            rowKey={({ id }) => id}
            paging={{
              ...list,
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
            empty={
              <Empty title={t('none')} icon="audit">
                {t('noneHint')}
              </Empty>
            }
          />
        </Section>
      )}
    </Answer>
  );
};

/** Who read or changed what about how many people; whom by name is nobody's business here. */
export const AuditPage = () => {
  const { t } = useTranslation('audit');
  const { page: _page, ...filter } = route.useSearch();
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        actions={
          <Button component="a" href={auditFile(filter)} download variant="default">
            {t('download')}
          </Button>
        }
      />
      <AuditFilters />
      <Entries />
      <p className="basis">{t('manner')}</p>
    </>
  );
};
