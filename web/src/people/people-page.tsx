import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { PeopleTable } from './people-table';
import { peopleSearch } from './queries';

const TYPING = 250;

/** Everybody in reach, fewer with every letter. What is searched for stands in no address. */
export const PeoplePage = () => {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [asked] = useDebouncedValue(text.trim(), TYPING);
  const people = useQuery(peopleSearch(asked, page));
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
      <Section title={asked === '' ? t('everybody') : t('hits')} flush>
        <Answer query={people} lines={8}>
          {(list) => <PeopleTable list={list} onPage={setPage} />}
        </Answer>
      </Section>
    </>
  );
};
