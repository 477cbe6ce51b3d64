import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useActionWord } from '../audit/use-action-word';
import { DataTable, type Column } from '../ui/data-table';
import { Moment } from '../ui/day';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useWord } from '../ui/use-word';
import styles from './own-page.module.css';
import { lookUpsQuery } from './queries';
import type { LookUp } from './views';

const route = getRouteApi('/house/own-page');

const useColumns = (): Column<LookUp>[] => {
  const { t } = useTranslation('ownPage');
  const word = useWord();
  const actionWord = useActionWord();
  return [
    {
      key: 'who',
      head: t('lookUps.who'),
      main: true,
      cell: ({ role, name }) => (
        <>
          {word('audit', 'roles', role)}
          {name !== null && <span className={styles.under}>{name}</span>}
        </>
      ),
    },
    { key: 'at', head: t('lookUps.at'), cell: ({ at }) => <Moment at={at} /> },
    {
      key: 'action',
      head: t('lookUps.action'),
      cell: ({ action, denied }) =>
        denied ? t('lookUps.denied', { action: actionWord(action) }) : actionWord(action),
    },
    { key: 'purpose', head: t('lookUps.purpose'), cell: ({ purpose }) => (purpose === '' ? '–' : purpose) },
  ];
};

export const LookUps = () => {
  const { t } = useTranslation('ownPage');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const lookUps = useQuery(lookUpsQuery(page));
  const columns = useColumns();
  return (
    <Section title={t('lookUps.title')} flush>
      <Answer query={lookUps}>
        {(list) => (
          <DataTable
            caption={t('lookUps.title')}
            columns={columns}
            rows={list.items}
            rowKey={({ id }) => id}
            paging={{
              ...list,
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
            empty={<Empty title={t('lookUps.none')} icon="lock" />}
          />
        )}
      </Answer>
    </Section>
  );
};
