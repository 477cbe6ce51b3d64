import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { choiceParam } from '../ui/search-params';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { DecideModal } from './decide-modal';
import styles from './own-page.module.css';
import { requestsQuery } from './queries';
import { RequestStateWord } from './request-state';
import { REQUEST_STATES, type EmployeeRequest } from './views';

const route = getRouteApi('/house/requests');

const Words = ({ request }: { request: EmployeeRequest }) => {
  const { t } = useTranslation('ownPage');
  const { text, decision } = request;
  return (
    <>
      {text === null && decision === null && '–'}
      {text !== null && <p className={styles.words}>{text}</p>}
      {decision !== null && (
        <p className={styles.words}>
          {t('ask.answer')}: {decision}
        </p>
      )}
    </>
  );
};

const useColumns = (onDecide: (request: EmployeeRequest) => void): Column<EmployeeRequest>[] => {
  const { t } = useTranslation('ownPage');
  return [
    {
      key: 'person',
      head: t('inbox.person'),
      main: true,
      cell: ({ personId, personName }) => (
        <TextLink to="/people/$personId" params={{ personId }}>
          {personName}
        </TextLink>
      ),
    },
    { key: 'kind', head: t('inbox.kind'), cell: ({ kind }) => t(`ask.kinds.${kind}`) },
    { key: 'askedOn', head: t('inbox.askedOn'), cell: ({ askedOn }) => <Day on={askedOn} /> },
    { key: 'words', head: t('inbox.words'), cell: (request) => <Words request={request} /> },
    { key: 'state', head: t('inbox.state'), cell: (request) => <RequestStateWord request={request} /> },
    {
      key: 'act',
      head: t('inbox.act'),
      act: true,
      cell: (request) =>
        request.state === 'asked' && (
          <Button size="compact-sm" variant="default" onClick={() => onDecide(request)}>
            {t('decide.open')}
          </Button>
        ),
    },
  ];
};

const Requests = () => {
  const { t } = useTranslation('ownPage');
  const { page = 1, state } = route.useSearch();
  const navigate = route.useNavigate();
  const [deciding, setDeciding] = useState<EmployeeRequest | null>(null);
  const requests = useQuery(requestsQuery(state, page));
  const columns = useColumns(setDeciding);
  return (
    <Answer query={requests} lines={6}>
      {(list) => (
        <>
          <DataTable
            caption={t('inbox.title')}
            columns={columns}
            rows={list.items}
            rowKey={({ id }) => id}
            paging={{
              ...list,
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
            empty={
              <Empty title={t('inbox.none')} icon="requests">
                {t('inbox.noneHint')}
              </Empty>
            }
          />
          {deciding !== null && <DecideModal request={deciding} onClose={() => setDeciding(null)} />}
        </>
      )}
    </Answer>
  );
};

/** What employees ask for on their own page, for human resources to decide in writing. */
export const RequestsPage = () => {
  const { t } = useTranslation(['ownPage', 'app']);
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t('ownPage:inbox.title')} meta={t('ownPage:inbox.intro')} />
      <Section
        title={t('ownPage:inbox.list')}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t('ownPage:inbox.state')}
            value={state ?? 'all'}
            data={[
              { value: 'all', label: t('app:all') },
              ...REQUEST_STATES.map((value) => ({ value, label: t(`ownPage:states.${value}`) })),
            ]}
            onChange={(value) => void navigate({ search: { state: choiceParam(value, REQUEST_STATES) } })}
          />
        }
        flush
      >
        <Requests />
      </Section>
    </>
  );
};
