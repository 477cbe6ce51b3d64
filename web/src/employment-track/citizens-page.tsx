import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { BenefitNotice } from '../own-page/benefit-notice';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { ButtonLink, TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { choiceParam } from '../ui/search-params';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { BenefitWord } from './benefit-word';
import { CitizenFilters } from './citizen-filters';
import { FindCitizen } from './find-citizen';
import { NextContact } from './next-contact';
import { citizensQuery } from './queries';
import { CITIZEN_ORDERS, type CitizenRow } from './views';

const route = getRouteApi('/house/employment-track');

const useColumns = (): Column<CitizenRow>[] => {
  const { t } = useTranslation('employmentTrack');
  const format = useFormat();
  return [
    {
      key: 'caseNumber',
      head: t('columns.caseNumber'),
      main: true,
      sortable: true,
      cell: (citizen) => (
        <TextLink to="/employment-track/citizens/$citizenId" params={{ citizenId: citizen.id }}>
          {citizen.caseNumber}
        </TextLink>
      ),
    },
    { key: 'benefit', head: t('columns.benefit'), cell: ({ benefit }) => <BenefitWord benefit={benefit} /> },
    {
      key: 'benefitWeeks',
      head: t('columns.benefitWeeks'),
      number: true,
      sortable: true,
      cell: ({ benefitWeeks }) => format.number(benefitWeeks),
    },
    {
      key: 'weeks',
      head: t('columns.weeks'),
      number: true,
      sortable: true,
      cell: ({ weeks }) => format.number(weeks),
    },
    { key: 'coach', head: t('columns.coach'), cell: ({ coach }) => coach ?? '–' },
    {
      key: 'coachChanges',
      head: t('columns.coachChanges'),
      number: true,
      sortable: true,
      cell: ({ coachChanges }) => format.number(coachChanges),
    },
    {
      key: 'lastContact',
      head: t('columns.lastContact'),
      number: true,
      cell: (row) => <Day on={row.lastContactOn} />,
    },
    {
      key: 'nextContact',
      head: t('columns.nextContact'),
      number: true,
      beside: true,
      sortable: true,
      cell: ({ nextContactOn }) => <NextContact on={nextContactOn} />,
    },
  ];
};

const useCitizens = () => {
  const { page = 1, scope = 'mine', benefit, contact, sort = 'nextContact' } = route.useSearch();
  return useQuery(
    citizensQuery({
      page,
      scope,
      sort,
      ...(benefit === undefined ? {} : { benefit }),
      ...(contact === undefined ? {} : { contact }),
    }),
  );
};

const CitizenTable = () => {
  const { t } = useTranslation('employmentTrack');
  const { sort = 'nextContact' } = route.useSearch();
  const navigate = route.useNavigate();
  const citizens = useCitizens();
  const columns = useColumns();
  const sortBy = (by: string): void => {
    const order = choiceParam(by, CITIZEN_ORDERS);
    void navigate({ search: (old) => ({ ...old, sort: order, page: undefined }), replace: true });
  };
  return (
    <Answer query={citizens} lines={8}>
      {(list) => (
        <DataTable
          caption={t('list')}
          columns={columns}
          rows={list.items}
          rowKey={({ id }) => id}
          onPhone="dense"
          sorting={{ by: sort, onSort: sortBy }}
          paging={{ ...list, onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }) }}
          empty={
            <Empty title={t(list.linked ? 'none' : 'notLinked')} icon="search">
              {t(list.linked ? 'noneHint' : 'notLinkedHint')}
            </Empty>
          }
        />
      )}
    </Answer>
  );
};

const Actions = () => {
  const { t } = useTranslation('employmentTrack');
  const { role } = useHat();
  if (role !== 'caseworker') return null;
  return (
    <>
      <ButtonLink to="/employment-track/workers" variant="default">
        {t('workers.title')}
      </ButtonLink>
      <ButtonLink to="/employment-track/imports">{t('imports.title')}</ButtonLink>
    </>
  );
};

/** The day's list of a job coach or caseworker: own citizens, the next contact first. */
export const CitizensPage = () => {
  const { t } = useTranslation('employmentTrack');
  const citizens = useCitizens();
  const known = citizens.data;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          known === undefined ? (
            t('intro')
          ) : (
            <>
              {known.authorityName} · {t('knownUntil')} <Day on={known.knownUntil} />
            </>
          )
        }
        actions={<Actions />}
      />
      <Stack>
        <FindCitizen />
        <CitizenFilters />
        <Section title={t('list')} flush>
          <CitizenTable />
        </Section>
        <BenefitNotice />
      </Stack>
    </>
  );
};
