import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BENEFITS, CITIZEN_ORDERS, CITIZEN_SCOPES, CONTACT_FILTERS } from '../employment-track/views';
import { choiceParam, optional, pageParam, textParam } from '../ui/search-params';
import { inHouse } from './door-routes';

const citizens = createRoute({
  getParentRoute: inHouse,
  path: '/employment-track',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    scope: choiceParam(search.scope, CITIZEN_SCOPES),
    benefit: choiceParam(search.benefit, BENEFITS),
    contact: choiceParam(search.contact, CONTACT_FILTERS),
    sort: choiceParam(search.sort, CITIZEN_ORDERS),
  })),
  component: lazyRouteComponent(() => import('../employment-track/citizens-page'), 'CitizensPage'),
});

const citizen = createRoute({
  getParentRoute: inHouse,
  path: '/employment-track/citizens/$citizenId',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../employment-track/citizen-page'), 'CitizenPage'),
});

const trackImports = createRoute({
  getParentRoute: inHouse,
  path: '/employment-track/imports',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    rejected: textParam(search.rejected),
    rows: pageParam(search.rows),
  })),
  component: lazyRouteComponent(() => import('../employment-track/track-imports-page'), 'TrackImportsPage'),
});

const trackWorkers = createRoute({
  getParentRoute: inHouse,
  path: '/employment-track/workers',
  component: lazyRouteComponent(() => import('../employment-track/track-workers-page'), 'TrackWorkersPage'),
});

const learning = createRoute({
  getParentRoute: inHouse,
  path: '/learning',
  component: lazyRouteComponent(() => import('../learning/learning-page'), 'LearningPage'),
});

const partnershipTracks = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/tracks',
  validateSearch: optional((search) => ({ from: textParam(search.from), to: textParam(search.to) })),
  component: lazyRouteComponent(() => import('../partnerships/tracks/tracks-page'), 'TracksPage'),
});

const partnershipEvaluator = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/evaluator',
  component: lazyRouteComponent(() => import('../partnerships/evaluator/evaluator-page'), 'EvaluatorPage'),
});

const evaluation = createRoute({
  getParentRoute: inHouse,
  path: '/evaluation',
  component: lazyRouteComponent(() => import('../evaluation/evaluation-page'), 'EvaluationPage'),
});

/** The employment track at the benefit authority, the tracks' figures in a partnership, and what its evaluator gets. */
export const trackRoutes = [
  learning,
  partnershipTracks,
  partnershipEvaluator,
  evaluation,
  citizens,
  citizen,
  trackImports,
  trackWorkers,
];
