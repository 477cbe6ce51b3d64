import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';

/** As many as the API gives at once: more than a working life of spells. */
const ALL = 200;

export const spellsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'spells'],
    queryFn: () =>
      answer(
        api.GET('/api/people/{id}/spells', {
          params: { path: { id: personId }, query: { page: 1, pageSize: ALL } },
        }),
      ),
  });

export const spellVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', 'spell-versions', id],
    queryFn: () => answer(api.GET('/api/spells/{id}/versions', { params: { path: { id } } })),
  });

const at = (id: string) => ({ path: { id } });

export const reportSpell = (personId: string, body: Views['ReportSpellDto']): Promise<unknown> =>
  answer(api.POST('/api/people/{id}/spells', { params: at(personId), body }));
export const correctSpell = (id: string, body: Views['CorrectSpellDto']): Promise<unknown> =>
  answer(api.PUT('/api/spells/{id}', { params: at(id), body }));
export const reportWell = (id: string, lastOn: string): Promise<unknown> =>
  answer(api.POST('/api/spells/{id}/recovery', { params: at(id), body: { lastOn } }));
export const changeDegree = (id: string, body: Views['ChangeDegreeDto']): Promise<unknown> =>
  answer(api.POST('/api/spells/{id}/degrees', { params: at(id), body }));
export const deleteSpell = (id: string, reason: string): Promise<unknown> =>
  answer(api.POST('/api/spells/{id}/deletion', { params: at(id), body: { reason } }));
export const restoreSpell = (id: string): Promise<unknown> =>
  answer(api.POST('/api/spells/{id}/restoration', { params: at(id) }));
