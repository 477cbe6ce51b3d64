import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ROLES } from '../access/roles/views';
import { AUDIT_OUTCOMES } from '../audit/views';
import { REQUEST_STATES } from '../own-page/views';
import { choiceParam, optional, pageParam, textParam } from '../ui/search-params';
import { inHouse } from './door-routes';

const goLive = createRoute({
  getParentRoute: inHouse,
  path: '/go-live',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../signals/go-live-page'), 'GoLivePage'),
});

const rules = createRoute({
  getParentRoute: inHouse,
  path: '/rules',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../signals/rules-page'), 'RulesPage'),
});

const retention = createRoute({
  getParentRoute: inHouse,
  path: '/retention',
  component: lazyRouteComponent(() => import('../privacy/retention-page'), 'RetentionPage'),
});

const contractEnd = createRoute({
  getParentRoute: inHouse,
  path: '/contract-end',
  component: lazyRouteComponent(() => import('../privacy/contract-end/contract-end-page'), 'ContractEndPage'),
});

const mandates = createRoute({
  getParentRoute: inHouse,
  path: '/mandates',
  component: lazyRouteComponent(() => import('../mandates/mandates-page'), 'MandatesPage'),
});

const ownMandates = createRoute({
  getParentRoute: inHouse,
  path: '/own-mandates',
  component: lazyRouteComponent(() => import('../mandates/own-mandates-page'), 'OwnMandatesPage'),
});

const representativeFigures = createRoute({
  getParentRoute: inHouse,
  path: '/representative-figures',
  component: lazyRouteComponent(
    () => import('../partnerships/representative-figures-page'),
    'RepresentativeFiguresPage',
  ),
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

const colleagues = createRoute({
  getParentRoute: inHouse,
  path: '/colleagues',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../access/colleagues/colleagues-page'), 'ColleaguesPage'),
});

const roles = createRoute({
  getParentRoute: inHouse,
  path: '/roles',
  validateSearch: optional((search) => ({ role: choiceParam(search.role, ROLES) })),
  component: lazyRouteComponent(() => import('../access/roles/roles-page'), 'RolesPage'),
});

const sso = createRoute({
  getParentRoute: inHouse,
  path: '/sso',
  component: lazyRouteComponent(() => import('../access/sso/sso-page'), 'SsoPage'),
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

const instruments = createRoute({
  getParentRoute: inHouse,
  path: '/instruments',
  component: lazyRouteComponent(() => import('../surveys/instruments/instruments-page'), 'InstrumentsPage'),
});

const instrument = createRoute({
  getParentRoute: inHouse,
  path: '/instruments/$instrumentId',
  component: lazyRouteComponent(() => import('../surveys/instruments/instrument-page'), 'InstrumentPage'),
});

const instrumentDraft = createRoute({
  getParentRoute: inHouse,
  path: '/instruments/$instrumentId/draft',
  component: lazyRouteComponent(() => import('../surveys/instruments/builder/builder-page'), 'BuilderPage'),
});

const ownPage = createRoute({
  getParentRoute: inHouse,
  path: '/own-page',
  validateSearch: optional((search) => ({ page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../own-page/own-page'), 'OwnPage'),
});

/** What is decided and looked into beside the day's work: settings, users, the audit, requests, one's own page. */
export const controlRoutes = [
  goLive,
  rules,
  retention,
  contractEnd,
  mandates,
  ownMandates,
  representativeFigures,
  tokens,
  users,
  colleagues,
  roles,
  sso,
  account,
  audit,
  auditCounts,
  requests,
  instruments,
  instrument,
  instrumentDraft,
  ownPage,
];
