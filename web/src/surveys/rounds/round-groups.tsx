import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import type { Round } from './queries';

const GROUPS_A_PAGE = 20;

/** The groups that share a key, with how many were invited and have opened. */
export const RoundGroups = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const [page, setPage] = useState(1);
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
        rows={round.groups.slice((page - 1) * GROUPS_A_PAGE, page * GROUPS_A_PAGE)}
        rowKey={(group) => group.id}
        empty={<Empty title={t('page.notYet')}>{t('page.groupsHint')}</Empty>}
        paging={{ page, pageSize: GROUPS_A_PAGE, total: round.groups.length, onPage: setPage }}
      />
    </Section>
  );
};
