import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Period } from '../ui/day';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { auditCountsQuery } from './queries';
import { useActionWord } from './use-action-word';
import type { AuditCount } from './views';

const useColumns = (): Column<AuditCount>[] => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const word = useWord();
  const actionWord = useActionWord();
  return [
    {
      key: 'action',
      head: t('columns.action'),
      main: true,
      cell: ({ action }) => actionWord(action),
    },
    { key: 'role', head: t('columns.role'), cell: ({ role }) => word('audit', 'roles', role) },
    {
      key: 'outcome',
      head: t('columns.outcome'),
      cell: ({ outcome }) => (
        <Status tone={outcome === 'denied' ? 'attention' : 'quiet'}>{t(`outcomes.${outcome}`)}</Status>
      ),
    },
    {
      key: 'entries',
      head: t('columns.entries'),
      number: true,
      cell: ({ entries }) => (entries === null ? t('few') : format.number(entries)),
    },
  ];
};

/** For the employees' representatives: how much is looked up, not by whom and not whom. */
export const AuditCountsPage = () => {
  const { t } = useTranslation('audit');
  const counts = useQuery(auditCountsQuery({}));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('counts.title')} meta={t('counts.intro')} />
      <Answer query={counts} lines={8}>
        {({ from, to, items }) => (
          <Section title={t('counts.list')} aside={<Period from={from} to={to} />} flush>
            <DataTable
              caption={t('counts.list')}
              columns={columns}
              rows={items}
              rowKey={({ action, role, outcome }) => `${action} ${role} ${outcome}`}
              empty={<Empty title={t('none')} icon="audit" />}
            />
          </Section>
        )}
      </Answer>
    </>
  );
};
