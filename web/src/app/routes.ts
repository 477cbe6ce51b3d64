import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../access/queries';
import { IMPORT_STATES } from '../absence/views';
import { CASE_ORDERS, CASE_STATES } from '../cases/views';
import { AUDIT_OUTCOMES } from '../audit/views';
import { REQUEST_STATES } from '../own-page/views';
import { SIGNAL_FILTERS, SIGNAL_ORDERS } from '../signals/views';
import { choiceParam, countParam, optional, pageParam, sortParam, textParam } from '../ui/search-params';
import { frontPageOf } from './navigation';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: optional((search) => ({ to: textParam(search.to), sso: textParam(search.sso) })),
  component: lazyRouteComponent(() => import('../access/sign-in-page'), 'SignInPage'),
});

const hats = createRoute({
  getParentRoute: () => root,
  path: '/hats',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in' });
  },
  component: lazyRouteComponent(() => import('../access/hats-page'), 'HatsPage'),
});

const employerSignIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/$employer',
  validateSearch: optional((search) => ({ to: textParam(search.to) })),
  component: lazyRouteComponent(() => import('../access/sso/employer-sign-in-page'), 'EmployerSignInPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../access/forgot-page'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../access/reset-page'), 'ResetPage'),
});

const secure = createRoute({
  getParentRoute: () => root,
  path: '/secure',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in' });
  },
  component: lazyRouteComponent(() => import('../access/secure-page'), 'SecurePage'),
});

/** Everything behind the door: a session that wears a hat. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
    if (session.hat === null) throw redirect({ to: '/hats' });
    return { session, hat: session.hat };
  },
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
});
const inHouse = () => house;

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

const partnerships = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships',
  component: lazyRouteComponent(() => import('../partnerships/partnerships-page'), 'PartnershipsPage'),
});

const partnership = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId',
  validateSearch: optional((search) => ({ from: textParam(search.from), to: textParam(search.to) })),
  component: lazyRouteComponent(() => import('../partnerships/partnership-page'), 'PartnershipPage'),
});

const goLive = createRoute({
  getParentRoute: inHouse,
  path: '/go-live',
  component: lazyRouteComponent(() => import('../signals/go-live-page'), 'GoLivePage'),
});

const rules = createRoute({
  getParentRoute: inHouse,
  path: '/rules',
  component: lazyRouteComponent(() => import('../signals/rules-page'), 'RulesPage'),
});

const retention = createRoute({
  getParentRoute: inHouse,
  path: '/retention',
  component: lazyRouteComponent(() => import('../privacy/retention-page'), 'RetentionPage'),
});

const mandates = createRoute({
  getParentRoute: inHouse,
  path: '/mandates',
  component: lazyRouteComponent(() => import('../mandates/mandates-page'), 'MandatesPage'),
});

const tokens = createRoute({
  getParentRoute: inHouse,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../access/tokens-page'), 'TokensPage'),
});

const users = createRoute({
  getParentRoute: inHouse,
  path: '/users',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../access/users/users-page'), 'UsersPage'),
});

const sso = createRoute({
  getParentRoute: inHouse,
  path: '/sso',
  component: lazyRouteComponent(() => import('../access/sso/sso-page'), 'SsoPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/users/invitation-page'), 'InvitationPage'),
});

const account = createRoute({
  getParentRoute: inHouse,
  path: '/account',
  component: lazyRouteComponent(() => import('../access/account/account-page'), 'AccountPage'),
});

const audit = createRoute({
  getParentRoute: inHouse,
  path: '/audit',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    from: textParam(search.from),
    to: textParam(search.to),
    action: textParam(search.action),
    role: textParam(search.role),
    person: textParam(search.person),
    outcome: choiceParam(search.outcome, AUDIT_OUTCOMES),
  })),
  component: lazyRouteComponent(() => import('../audit/audit-page'), 'AuditPage'),
});

const auditCounts = createRoute({
  getParentRoute: inHouse,
  path: '/audit-counts',
  component: lazyRouteComponent(() => import('../audit/audit-counts-page'), 'AuditCountsPage'),
});

const requests = createRoute({
  getParentRoute: inHouse,
  path: '/requests',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, REQUEST_STATES),
  })),
  component: lazyRouteComponent(() => import('../own-page/requests-page'), 'RequestsPage'),
});

const ownPage = createRoute({
  getParentRoute: inHouse,
  path: '/own-page',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../own-page/own-page'), 'OwnPage'),
});

export const routeTree = root.addChildren([
  signIn,
  employerSignIn,
  forgot,
  reset,
  secure,
  invitation,
  hats,
  house.addChildren([
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
    partnerships,
    partnership,
    goLive,
    rules,
    retention,
    mandates,
    tokens,
    users,
    audit,
    auditCounts,
    requests,
    ownPage,
    sso,
    account,
  ]),
]);
