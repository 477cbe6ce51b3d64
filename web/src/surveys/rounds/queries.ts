import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';

export type RoundState = Views['RoundState'];
export type RoundKind = Views['RoundKind'];
export type Channel = Views['SurveyChannel'];
export type Round = Views['RoundView'];
export type RoundRow = Views['RoundRow'];
export type NewRound = Views['NewRoundDto'];
export type Population = Views['PopulationDto'];
export type Preview = Views['PreviewView'];

export const ROUND_STATES = ['planned', 'open', 'closed'] as const satisfies readonly RoundState[];

const at = (id: string) => ({ path: { id } });

export const roundsQuery = (page: number, state: RoundState | undefined) =>
  queryOptions({
    queryKey: ['survey-rounds', page, state],
    queryFn: () =>
      answer(
        api.GET('/api/survey-rounds', {
          params: { query: { page, pageSize: 25, ...(state === undefined ? {} : { state }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** One that has just been told to open is looked at again until it has. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['survey-round', id],
    queryFn: () => answer(api.GET('/api/survey-rounds/{id}', { params: at(id) })),
    refetchInterval: ({ state }) => (state.data?.state === 'planned' ? 4_000 : false),
  });

export const choicesQuery = queryOptions({
  queryKey: ['survey-choices'],
  queryFn: () => answer(api.GET('/api/survey-rounds/choices')),
});

export const previewQuery = (body: Population) =>
  queryOptions({
    queryKey: ['survey-preview', body],
    queryFn: () => answer(api.POST('/api/survey-rounds/previews', { body })),
    placeholderData: keepPreviousData,
  });

export const packsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => answer(api.GET('/api/instruments')),
});

export const refreshRounds = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['survey-rounds', 'survey-round'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
};

export const makeRound = (body: NewRound) => answer(api.POST('/api/survey-rounds', { body }));
export const openRound = (id: string): Promise<unknown> =>
  answer(api.POST('/api/survey-rounds/{id}/opening', { params: at(id) }));
export const remind = (id: string) =>
  answer(api.POST('/api/survey-rounds/{id}/reminders', { params: at(id) }));
export const moveClosing = (id: string, closesOn: string): Promise<unknown> =>
  answer(api.PUT('/api/survey-rounds/{id}/closing-day', { params: at(id), body: { closesOn } }));
export const closeRound = (id: string, early: boolean): Promise<unknown> =>
  answer(api.POST('/api/survey-rounds/{id}/closure', { params: at(id), body: { early } }));
export const removeRound = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/survey-rounds/{id}', { params: at(id) }));
