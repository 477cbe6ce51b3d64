import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { choiceParam } from '../ui/search-params';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { ClaimButton } from './claim-button';
import { DueDay } from './due-day';
import { signalsQuery } from './queries';
import styles from './signals-page.module.css';
import { SignalFilters } from './signal-filters';
import { signalSubject } from './signal-subject';
import { RuleName, SignalStateWord } from './signal-words';
import { SIGNAL_ORDERS, type SignalRow } from './views';

const route = getRouteApi('/house/signals');

/** A consultant works for several employers. */
const Workplace = ({ signal }: { signal: SignalRow }) => {
  const { tenantId } = useHat();
  return (
    <>
      {signal.unitName}
      {tenantId === null && <span className={styles.under}>{signal.employerName}</span>}
    </>
  );
};

const useColumns = (): Column<SignalRow>[] => {
  const { t } = useTranslation('signals');
  return [
    {
      key: 'person',
      head: t('columns.person'),
      main: true,
      sortable: true,
      cell: (signal) => (
        <TextLink to="/signals/$signalId" params={{ signalId: signal.id }}>
          {signalSubject(signal)}
        </TextLink>
      ),
    },
    { key: 'rule', head: t('columns.rule'), cell: (signal) => <RuleName signal={signal} /> },
    { key: 'unit', head: t('columns.unit'), sortable: true, cell: (signal) => <Workplace signal={signal} /> },
    {
      key: 'raisedOn',
      head: t('columns.raised'),
      number: true,
      sortable: true,
      cell: ({ raisedOn }) => <Day on={raisedOn} />,
    },
    {
      key: 'dueOn',
      head: t('columns.due'),
      number: true,
      sortable: true,
      cell: (signal) => <DueDay signal={signal} />,
    },
    { key: 'state', head: t('columns.state'), cell: (signal) => <SignalStateWord signal={signal} /> },
    { key: 'act', head: t('columns.act'), act: true, cell: (signal) => <ClaimButton signal={signal} /> },
  ];
};

/** A line manager takes no signals: the column of buttons would stand empty. */
const mayTurn = ({ abilities }: SignalRow): boolean =>
  abilities.includes('signal.claim') || abilities.includes('signal.release');

const SignalTable = () => {
  const { t } = useTranslation('signals');
  const { page = 1, state = 'open', rule, about, unit, sort = 'dueOn' } = route.useSearch();
  const navigate = route.useNavigate();
  const signals = useQuery(
    signalsQuery({
      page,
      state,
      sort,
      ...(rule === undefined ? {} : { rule }),
      ...(about === undefined ? {} : { basis: about }),
      ...(unit === undefined ? {} : { unitId: unit }),
    }),
  );
  const columns = useColumns();
  const sortBy = (by: string): void => {
    const order = choiceParam(by, SIGNAL_ORDERS);
    void navigate({ search: (old) => ({ ...old, sort: order, page: undefined }), replace: true });
  };
  return (
    <Answer query={signals} lines={8}>
      {(list) => (
        <DataTable
          caption={t('title')}
          columns={list.items.some(mayTurn) ? columns : columns.filter(({ act }) => act !== true)}
          rows={list.items}
          rowKey={(signal) => signal.id}
          sorting={{ by: sort, onSort: sortBy }}
          paging={{ ...list, onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }) }}
          empty={<Empty title={t('none')}>{t('noneHint')}</Empty>}
        />
      )}
    </Answer>
  );
};

export const SignalsPage = () => {
  const { t } = useTranslation('signals');
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <SignalFilters />
      <Section title={t('list')} titleHeard flush>
        <SignalTable />
      </Section>
    </>
  );
};
