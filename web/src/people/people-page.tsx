import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Icon } from '../ui/icon';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { peopleSearch } from './queries';
import type { PersonHit } from './views';

const useColumns = (): Column<PersonHit>[] => {
  const { t } = useTranslation('people');
  return [
    {
      key: 'name',
      head: t('columns.name'),
      main: true,
      cell: (person) => (
        <TextLink to="/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </TextLink>
      ),
    },
    { key: 'number', head: t('columns.number'), cell: (person) => person.employeeNumber },
    { key: 'unit', head: t('columns.unit'), cell: (person) => person.unitName },
  ];
};

const Hits = ({ text, page, onPage }: { text: string; page: number; onPage: (page: number) => void }) => {
  const { t } = useTranslation('people');
  const hits = useQuery(peopleSearch(text, page));
  const columns = useColumns();
  return (
    <Section title={t('hits')} flush>
      <Answer query={hits}>
        {(list) => (
          <DataTable
            caption={t('hits')}
            columns={columns}
            rows={list.items}
            rowKey={(person) => person.id}
            paging={{ page: list.page, pageSize: list.pageSize, total: list.total, onPage }}
            empty={
              <Empty title={t('none')} icon="search">
                {t('noneHint')}
              </Empty>
            }
          />
        )}
      </Answer>
    </Section>
  );
};

export const PeoplePage = () => {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [asked] = useDebouncedValue(text, 250);
  const change = (next: string): void => {
    setText(next);
    setPage(1);
  };
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <TextInput
        type="search"
        size="md"
        maw={480}
        mb="md"
        maxLength={100}
        label={t('search')}
        description={t('searchHint')}
        leftSection={<Icon name="search" />}
        autoComplete="off"
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {asked.trim().length >= 2 && <Hits text={asked.trim()} page={page} onPage={setPage} />}
    </>
  );
};
