import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { PeopleTable } from './people-table';
import { peopleSearch } from './queries';

const TYPING = 250;

const route = getRouteApi('/house/people');

/**
 * Everybody in reach, fewer with every letter. What is searched for stands in no address, and so no page of it does
 * either: there it would be taken for one of everybody.
 */
export const PeoplePage = () => {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const [hitsPage, setHitsPage] = useState(1);
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const [asked] = useDebouncedValue(text.trim(), TYPING);
  const people = useQuery(peopleSearch(asked, asked === '' ? page : hitsPage));
  const change = (next: string): void => {
    setText(next);
    setHitsPage(1);
  };
  const turnTo = (next: number): void => {
    if (asked === '') void navigate({ search: { page: next } });
    else setHitsPage(next);
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
      <Section title={asked === '' ? t('everybody') : t('hits')} flush>
        <Answer query={people} lines={8}>
          {(list) => <PeopleTable list={list} onPage={turnTo} />}
        </Answer>
      </Section>
    </>
  );
};
