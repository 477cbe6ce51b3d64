import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { IMPORT_STATES } from '../absence/views';
import { CASE_ORDERS, CASE_STATES, CASE_SUBJECTS } from '../cases/views';
import { SIGNAL_BASES, SIGNAL_FILTERS, SIGNAL_ORDERS } from '../signals/views';
import { ROUND_STATES } from '../surveys/rounds/queries';
import { JOURNEY_FILTERS, JOURNEY_ORDERS } from '../onboarding/views';
import {
  choiceParam,
  countParam,
  optional,
  pageParam,
  sortParam,
  textParam,
  yearParam,
} from '../ui/search-params';
import { controlRoutes } from './control-routes';
import { doorRoutes, house, inHouse, root } from './door-routes';
import { frontPageOf } from './navigation';
import { outcomeRoutes } from './outcome-routes';
import { partnershipRoutes } from './partnership-routes';
import { resultRoutes } from './result-routes';
import { trackRoutes } from './track-routes';

const front = createRoute({
  getParentRoute: inHouse,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: frontPageOf(context.hat.role) });
  },
});

const overview = createRoute({
  getParentRoute: inHouse,
  path: '/overview',
  validateSearch: optional((search) => ({
    months: countParam(search.months, [24, 36, 48] as const),
    sort: sortParam(search.sort),
  })),
  component: lazyRouteComponent(() => import('../absence/overview-page'), 'OverviewPage'),
});

const units = createRoute({
  getParentRoute: inHouse,
  path: '/units',
  component: lazyRouteComponent(() => import('../organisations/units-page'), 'UnitsPage'),
});

const unit = createRoute({
  getParentRoute: inHouse,
  path: '/units/$unitId',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    sort: sortParam(search.sort),
    units: sortParam(search.units),
  })),
  component: lazyRouteComponent(() => import('../organisations/unit-page'), 'UnitPage'),
});

const people = createRoute({
  getParentRoute: inHouse,
  path: '/people',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    left: search.left === true ? true : undefined,
  })),
  component: lazyRouteComponent(() => import('../people/people-page'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: inHouse,
  path: '/people/$personId',
  validateSearch: optional((search) => ({ year: pageParam(search.year) })),
  component: lazyRouteComponent(() => import('../people/person-page'), 'PersonPage'),
});

const imports = createRoute({
  getParentRoute: inHouse,
  path: '/imports',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, IMPORT_STATES),
  })),
  component: lazyRouteComponent(() => import('../absence/imports-page'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: inHouse,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('../absence/new-import-page'), 'NewImportPage'),
});

const oneImport = createRoute({
  getParentRoute: inHouse,
  path: '/imports/$importId',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../absence/import-page'), 'ImportPage'),
});

const signals = createRoute({
  getParentRoute: inHouse,
  path: '/signals',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, SIGNAL_FILTERS),
    rule: textParam(search.rule),
    about: choiceParam(search.about, SIGNAL_BASES),
    unit: textParam(search.unit),
    sort: choiceParam(search.sort, SIGNAL_ORDERS),
  })),
  component: lazyRouteComponent(() => import('../signals/signals-page'), 'SignalsPage'),
});

const signal = createRoute({
  getParentRoute: inHouse,
  path: '/signals/$signalId',
  component: lazyRouteComponent(() => import('../signals/signal-page'), 'SignalPage'),
});

const cases = createRoute({
  getParentRoute: inHouse,
  path: '/cases',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, CASE_STATES),
    about: choiceParam(search.about, CASE_SUBJECTS),
    unit: textParam(search.unit),
    sort: choiceParam(search.sort, CASE_ORDERS),
  })),
  component: lazyRouteComponent(() => import('../cases/cases-page'), 'CasesPage'),
});

const oneCase = createRoute({
  getParentRoute: inHouse,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../cases/case-page'), 'CasePage'),
});

const introductions = createRoute({
  getParentRoute: inHouse,
  path: '/introductions',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, JOURNEY_FILTERS),
    unit: textParam(search.unit),
    sort: choiceParam(search.sort, JOURNEY_ORDERS),
  })),
  component: lazyRouteComponent(() => import('../onboarding/introductions-page'), 'IntroductionsPage'),
});

const introductionCohorts = createRoute({
  getParentRoute: inHouse,
  path: '/introductions/cohorts',
  validateSearch: optional((search) => ({ year: yearParam(search.year) })),
  component: lazyRouteComponent(() => import('../onboarding/cohorts/cohorts-page'), 'CohortsPage'),
});

const introduction = createRoute({
  getParentRoute: inHouse,
  path: '/introductions/$introductionId',
  component: lazyRouteComponent(() => import('../onboarding/introduction-page'), 'IntroductionPage'),
});

const programmes = createRoute({
  getParentRoute: inHouse,
  path: '/introduction-programmes',
  component: lazyRouteComponent(() => import('../onboarding/programmes-page'), 'ProgrammesPage'),
});

const programme = createRoute({
  getParentRoute: inHouse,
  path: '/introduction-programmes/$programmeId',
  component: lazyRouteComponent(() => import('../onboarding/programme-page'), 'ProgrammePage'),
});

const surveys = createRoute({
  getParentRoute: inHouse,
  path: '/surveys',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, ROUND_STATES),
  })),
  component: lazyRouteComponent(() => import('../surveys/rounds/rounds-page'), 'RoundsPage'),
});

const newSurvey = createRoute({
  getParentRoute: inHouse,
  path: '/surveys/new',
  component: lazyRouteComponent(() => import('../surveys/rounds/new-round-page'), 'NewRoundPage'),
});

const survey = createRoute({
  getParentRoute: inHouse,
  path: '/surveys/$roundId',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../surveys/rounds/round-page'), 'RoundPage'),
});

export const routeTree = root.addChildren([
  ...doorRoutes,
  house.addChildren([
    ...controlRoutes,
    ...resultRoutes,
    ...trackRoutes,
    front,
    overview,
    units,
    unit,
    people,
    person,
    imports,
    newImport,
    oneImport,
    signals,
    signal,
    cases,
    oneCase,
    introductions,
    introductionCohorts,
    introduction,
    programmes,
    programme,
    ...partnershipRoutes,
    ...outcomeRoutes,
    surveys,
    newSurvey,
    survey,
  ]),
]);
