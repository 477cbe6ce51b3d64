import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Page } from '../api/page';
import { send } from '../api/send';
import type { SpellKind } from '../absence/views';
import type { PersonHit, PersonView, SpellVersion } from './views';

/** The text searched for travels in the body: names belong in no address and no log. */
export const peopleSearch = (text: string, page: number) =>
  queryOptions({
    queryKey: ['people', text, page],
    queryFn: () => send<Page<PersonHit>>('POST', '/people/searches', { body: { text, page } }),
    placeholderData: keepPreviousData,
    enabled: text.trim().length >= 2,
    gcTime: 0,
  });

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id], queryFn: () => send<PersonView>('GET', `/people/${id}`) });

export const spellVersionsQuery = (spellId: string) =>
  queryOptions({
    queryKey: ['person', 'spell-versions', spellId],
    queryFn: () => send<{ items: SpellVersion[] }>('GET', `/spells/${spellId}/versions`),
  });

export const refreshPerson = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['person', 'overview', 'unit', 'signals'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
};

export type SpellReport = {
  employmentId: string;
  kind: SpellKind;
  firstOn: string;
  lastOn: string | null;
  degree: number;
};
export const reportSpell = (personId: string, body: SpellReport): Promise<unknown> =>
  send('POST', `/people/${personId}/spells`, { body });
export const correctSpell = (spellId: string, body: Omit<SpellReport, 'employmentId'>): Promise<unknown> =>
  send('PUT', `/spells/${spellId}`, { body });
export const reportWell = (spellId: string, lastOn: string): Promise<unknown> =>
  send('POST', `/spells/${spellId}/recovery`, { body: { lastOn } });
export const deleteSpell = (spellId: string, reason: string): Promise<unknown> =>
  send('POST', `/spells/${spellId}/deletion`, { body: { reason } });
