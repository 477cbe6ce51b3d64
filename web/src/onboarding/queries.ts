import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';
import type { JourneyFilter, JourneyOrder, LinkHolder } from './views';

const PAGE = 50;
const at = (id: string) => ({ path: { id } });

export type JourneysWanted = { state: JourneyFilter; sort: JourneyOrder; page: number; unitId?: string };

export const introductionsQuery = (wanted: JourneysWanted) =>
  queryOptions({
    queryKey: ['introductions', wanted],
    queryFn: () =>
      answer(api.GET('/api/introductions', { params: { query: { pageSize: PAGE, ...wanted } } })),
    placeholderData: keepPreviousData,
  });

export const introductionQuery = (id: string) =>
  queryOptions({
    queryKey: ['introduction', id],
    queryFn: () => answer(api.GET('/api/introductions/{id}', { params: at(id) })),
  });

export const cohortsQuery = queryOptions({
  queryKey: ['introduction-cohorts'],
  queryFn: () => answer(api.GET('/api/introduction-cohorts')),
});

export const buddySuggestionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['introduction', id, 'buddies'],
    queryFn: () => answer(api.GET('/api/introductions/{id}/buddy-suggestions', { params: at(id) })),
  });

export const refreshIntroductions = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['introduction', 'introductions', 'signals'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
};

export const settleStep = (id: string, position: number, body: Views['SettleStepDto']): Promise<unknown> =>
  answer(api.PUT('/api/introductions/{id}/steps/{position}', { params: { path: { id, position } }, body }));
export const reopenStep = (id: string, position: number): Promise<unknown> =>
  answer(api.DELETE('/api/introductions/{id}/steps/{position}', { params: { path: { id, position } } }));
export const setBuddy = (id: string, personId: string): Promise<unknown> =>
  answer(api.PUT('/api/introductions/{id}/buddy', { params: at(id), body: { personId } }));
export const releaseBuddy = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/introductions/{id}/buddy', { params: at(id) }));
export const holdTalk = (id: string): Promise<unknown> =>
  answer(api.POST('/api/introductions/{id}/talk-holding', { params: at(id) }));
export const makeLink = (id: string, holder: LinkHolder): Promise<Views['LinkMadeView']> =>
  answer(api.POST('/api/introductions/{id}/links', { params: at(id), body: { holder } }));
export const removeLinks = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/introductions/{id}/links', { params: at(id) }));

export const programmesQuery = queryOptions({
  queryKey: ['introduction-programmes'],
  queryFn: () => answer(api.GET('/api/introduction-programmes')),
});
export const programmeQuery = (id: string) =>
  queryOptions({
    queryKey: ['introduction-programmes', id],
    queryFn: () => answer(api.GET('/api/introduction-programmes/{id}', { params: at(id) })),
  });
export const templatesQuery = queryOptions({
  queryKey: ['introduction-templates'],
  queryFn: () => answer(api.GET('/api/introduction-templates')),
});
export const jobGroupsQuery = queryOptions({
  queryKey: ['introduction-job-groups'],
  queryFn: () => answer(api.GET('/api/introduction-job-groups')),
});
export const makeProgramme = (body: Views['SaveProgrammeDto']): Promise<Views['ProgrammeMadeView']> =>
  answer(api.POST('/api/introduction-programmes', { body }));
export const saveProgramme = (id: string, body: Views['SaveProgrammeDto']): Promise<unknown> =>
  answer(api.PUT('/api/introduction-programmes/{id}', { params: at(id), body }));
export const retireProgramme = (id: string, retired: boolean): Promise<unknown> =>
  answer(api.PUT('/api/introduction-programmes/{id}/retirement', { params: at(id), body: { retired } }));

/** The page behind a link: the secret travels in the body. */
export const linkPageQuery = (secret: string) =>
  queryOptions({
    queryKey: ['introduction-page', secret],
    queryFn: () => answer(api.POST('/api/introduction-page/openings', { body: { secret } })),
    retry: false,
  });
export const markOwnStep = (body: Views['OwnStepDto']): Promise<Views['LinkPageView']> =>
  answer(api.POST('/api/introduction-page/steps', { body }));
export const sendCheckIn = (body: Views['CheckInDto']): Promise<Views['LinkPageView']> =>
  answer(api.POST('/api/introduction-page/check-ins', { body }));
export const wantTalk = (body: Views['TalkDto']): Promise<Views['LinkPageView']> =>
  answer(api.POST('/api/introduction-page/talks', { body }));
