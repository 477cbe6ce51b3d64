import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { pageOf } from '../../ui/page-of';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import type { Round } from './queries';

const route = getRouteApi('/house/surveys/$roundId');

/** The groups that share a key, with how many were invited and have opened. */
export const RoundGroups = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { items, ...shown } = pageOf(round.groups, page);
  return (
    <Section title={t('page.groups')} flush>
      <DataTable
        caption={t('page.groups')}
        columns={[
          {
            key: 'group',
            head: t('columns.group'),
            main: true,
            cell: (group) => group.unitName ?? t('make.whole'),
          },
          {
            key: 'invited',
            head: t('columns.invited'),
            number: true,
            cell: (group) => format.number(group.invited),
          },
          {
            key: 'begun',
            head: t('columns.begun'),
            number: true,
            cell: (group) => format.number(group.begun),
          },
          {
            key: 'key',
            head: t('columns.key'),
            cell: (group) => <code>{(group.fingerprint.match(/.{4}/g) ?? []).join(' ')}</code>,
          },
        ]}
        rows={items}
        rowKey={(group) => group.id}
        empty={<Empty title={t('page.notYet')}>{t('page.groupsHint')}</Empty>}
        paging={{
          ...shown,
          onPage: (next) => void navigate({ search: { page: next }, resetScroll: false }),
        }}
      />
    </Section>
  );
};
