import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';
import type { PlanFilter, ResultFilter } from './views';

const at = (roundId: string) => ({ path: { roundId } });
const PAGE = 50;

export const roundsQuery = queryOptions({
  queryKey: ['survey-results'],
  queryFn: () => answer(api.GET('/api/survey-results')),
});

export type ResultsFilter = {
  under?: string | undefined;
  show?: ResultFilter | undefined;
  name?: string | undefined;
  sort?: string | undefined;
  page?: number | undefined;
};

/** What is not asked for is left out of the address. */
const said = <Query extends object>(query: Query) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

export const resultsQuery = (roundId: string, filter: ResultsFilter) =>
  queryOptions({
    queryKey: ['survey-results', roundId, filter],
    queryFn: () =>
      answer(
        api.GET('/api/survey-results/{roundId}', {
          params: { ...at(roundId), query: said({ pageSize: PAGE, ...filter }) },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const unitResultsQuery = (roundId: string, unit: string | undefined) =>
  queryOptions({
    queryKey: ['survey-results', roundId, 'unit', unit ?? 'whole'],
    queryFn: () =>
      answer(
        api.GET('/api/survey-results/{roundId}/unit', { params: { ...at(roundId), query: said({ unit }) } }),
      ),
  });

export const commentsQuery = (roundId: string, unit: string | undefined, page: number) =>
  queryOptions({
    queryKey: ['survey-results', roundId, 'comments', unit ?? 'whole', page],
    queryFn: () =>
      answer(
        api.GET('/api/survey-results/{roundId}/comments', {
          params: { ...at(roundId), query: said({ unit, page, pageSize: 20 }) },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const besideQuery = (roundId: string, scale: string | undefined) =>
  queryOptions({
    queryKey: ['survey-results', roundId, 'absence', scale ?? ''],
    queryFn: () =>
      answer(
        api.GET('/api/survey-results/{roundId}/absence', {
          params: { ...at(roundId), query: said({ scale }) },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export type PlansFilter = {
  round?: string | undefined;
  unit?: string | undefined;
  status?: PlanFilter | undefined;
  page?: number | undefined;
};

export const plansQuery = (filter: PlansFilter) =>
  queryOptions({
    queryKey: ['action-plans', filter],
    queryFn: () =>
      answer(api.GET('/api/action-plans', { params: { query: said({ pageSize: PAGE, ...filter }) } })),
    placeholderData: keepPreviousData,
  });

export const makePlan = (body: Views['NewActionPlanDto']) => answer(api.POST('/api/action-plans', { body }));
export const changePlan = (id: string, body: Views['ActionPlanDto']) =>
  answer(api.PUT('/api/action-plans/{id}', { params: { path: { id } }, body }));
export const removePlan = (id: string) =>
  answer(api.DELETE('/api/action-plans/{id}', { params: { path: { id } } }));

export const apvQuery = queryOptions({
  queryKey: ['apv'],
  queryFn: () => answer(api.GET('/api/workplace-assessments')),
});
export const beginApv = (body: Views['NewApvDto']) =>
  answer(api.POST('/api/workplace-assessments', { body }));
export const recordPhase = (id: string, phase: Views['ApvPhase'], body: Views['ApvPhaseDto']) =>
  answer(
    api.PUT('/api/workplace-assessments/{id}/phases/{phase}', { params: { path: { id, phase } }, body }),
  );
export const completeApv = (id: string, completedOn: string) =>
  answer(
    api.PUT('/api/workplace-assessments/{id}/completion', {
      params: { path: { id } },
      body: { completedOn },
    }),
  );
