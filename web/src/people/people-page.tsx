import { Checkbox, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
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
  const { page = 1, left = false } = route.useSearch();
  const seesLeft = useHat().role === 'hr-manager';
  const navigate = route.useNavigate();
  const [asked] = useDebouncedValue(text.trim(), TYPING);
  const people = useQuery(peopleSearch({ text: asked, left, page: asked === '' ? page : hitsPage }));
  const change = (next: string): void => {
    setText(next);
    setHitsPage(1);
  };
  const turnTo = (next: number): void => {
    if (asked === '') void navigate({ search: (search) => ({ ...search, page: next }) });
    else setHitsPage(next);
  };
  const show = (withLeft: boolean): void => {
    setHitsPage(1);
    void navigate({ search: withLeft ? { left: true } : {}, replace: true });
  };
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Group align="end" gap="lg" mb="md">
        <TextInput
          type="search"
          size="md"
          w="100%"
          maw={480}
          maxLength={100}
          label={t('search')}
          description={t('searchHint')}
          leftSection={<Icon name="search" />}
          autoComplete="off"
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        {seesLeft && (
          <Checkbox
            label={t('withLeft')}
            checked={left}
            mb="xs"
            onChange={(event) => show(event.currentTarget.checked)}
          />
        )}
      </Group>
      <Section title={asked === '' ? t('everybody') : t('hits')} flush>
        <Answer query={people} lines={8}>
          {(list) => (
            <PeopleTable
              list={list}
              emptyHint={t(seesLeft && !left ? 'noneEmployed' : 'noneHint')}
              onPage={turnTo}
            />
          )}
        </Answer>
      </Section>
    </>
  );
};
