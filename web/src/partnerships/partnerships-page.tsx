import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import { Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { partnershipsQuery } from './queries';
import type { PartnershipRow } from './views';

const List = ({ partnerships }: { partnerships: PartnershipRow[] }) => {
  const { t } = useTranslation('partnerships');
  return (
    <>
      <PageHeader title={t('list')} />
      <Section title={t('list')} flush>
        <DataTable
          caption={t('list')}
          rows={partnerships}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('name'),
              main: true,
              cell: (row) => (
                <TextLink to="/partnerships/$partnershipId" params={{ partnershipId: row.id }}>
                  {row.name}
                </TextLink>
              ),
            },
            { key: 'period', head: t('term'), cell: (row) => <Period from={row.from} to={row.to} /> },
          ]}
          empty={<Empty title={t('none')} icon="partnerships" />}
        />
      </Section>
    </>
  );
};

/** Most readers are in one partnership, and come straight to its report. */
export const PartnershipsPage = () => {
  const partnerships = useQuery(partnershipsQuery);
  return (
    <Answer query={partnerships} level="page">
      {({ items }) => {
        const [only, ...others] = items;
        if (only === undefined || others.length > 0) return <List partnerships={items} />;
        return <Navigate to="/partnerships/$partnershipId" params={{ partnershipId: only.id }} replace />;
      }}
    </Answer>
  );
};
