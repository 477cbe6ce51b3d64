import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PLAN_FILTERS, RESULT_FILTERS } from '../surveys/results/views';
import { choiceParam, optional, pageParam, sortParam, textParam } from '../ui/search-params';
import { inHouse } from './door-routes';

const resultSort = (value: unknown): string | undefined =>
  typeof value === 'string' && /^-?(name|scale:[\w.-]{1,80})$/.test(value) ? value : undefined;

const results = createRoute({
  getParentRoute: inHouse,
  path: '/survey-results',
  validateSearch: optional((search) => ({
    round: textParam(search.round),
    under: textParam(search.under),
    show: choiceParam(search.show, RESULT_FILTERS),
    name: textParam(search.name),
    sort: resultSort(search.sort),
    page: pageParam(search.page),
  })),
  component: lazyRouteComponent(() => import('../surveys/results/results-page'), 'ResultsPage'),
});

const unitResults = createRoute({
  getParentRoute: inHouse,
  path: '/survey-results/$roundId/unit',
  validateSearch: optional((search) => ({
    unit: textParam(search.unit),
    scale: textParam(search.scale),
    page: pageParam(search.page),
  })),
  component: lazyRouteComponent(() => import('../surveys/results/unit-page'), 'UnitResultsPage'),
});

const besideAbsence = createRoute({
  getParentRoute: inHouse,
  path: '/survey-results/$roundId/absence',
  validateSearch: optional((search) => ({
    scale: textParam(search.scale),
    sort: sortParam(search.sort),
    page: pageParam(search.page),
  })),
  component: lazyRouteComponent(() => import('../surveys/results/beside-page'), 'BesideAbsencePage'),
});

const plans = createRoute({
  getParentRoute: inHouse,
  path: '/action-plans',
  validateSearch: optional((search) => ({
    status: choiceParam(search.status, PLAN_FILTERS),
    page: pageParam(search.page),
  })),
  component: lazyRouteComponent(() => import('../surveys/results/plans-page'), 'PlansPage'),
});

const apv = createRoute({
  getParentRoute: inHouse,
  path: '/workplace-assessments',
  component: lazyRouteComponent(() => import('../surveys/results/apv-page'), 'ApvPage'),
});

/** What came of surveys: results, what was agreed on them, and the workplace assessment. */
export const resultRoutes = [results, unitResults, besideAbsence, plans, apv];
