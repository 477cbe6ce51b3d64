import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BARRIER_STATES } from '../partnerships/barriers/queries';
import { CAPITAL_KINDS } from '../partnerships/capital/queries';
import { choiceParam, optional, pageParam, textParam } from '../ui/search-params';
import { inHouse } from './door-routes';

const versionParam = (value: unknown): number | undefined => {
  const version = Number(value);
  return Number.isInteger(version) && version > 0 ? version : undefined;
};

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

const contract = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/contract',
  component: lazyRouteComponent(() => import('../partnerships/contract/contract-page'), 'ContractPage'),
});

const contractVersion = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/contract/$version',
  component: lazyRouteComponent(() => import('../partnerships/contract/version-page'), 'ContractVersionPage'),
});

const contractChanges = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/contract/$version/changes',
  validateSearch: optional((search) => ({ against: versionParam(search.against) })),
  component: lazyRouteComponent(() => import('../partnerships/contract/changes-page'), 'ContractChangesPage'),
});

const lab = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/lab',
  validateSearch: optional((search) => ({ trial: textParam(search.trial), page: pageParam(search.page) })),
  component: lazyRouteComponent(() => import('../partnerships/lab/lab-page'), 'LabPage'),
});

const capital = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/capital',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    kind: choiceParam(search.kind, CAPITAL_KINDS),
  })),
  component: lazyRouteComponent(() => import('../partnerships/capital/capital-page'), 'CapitalPage'),
});

const barriers = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/barriers',
  validateSearch: optional((search) => ({
    page: pageParam(search.page),
    state: choiceParam(search.state, BARRIER_STATES),
  })),
  component: lazyRouteComponent(() => import('../partnerships/barriers/barriers-page'), 'BarriersPage'),
});

/** The pages of a partnership. */
export const partnershipRoutes = [
  partnerships,
  partnership,
  contract,
  contractVersion,
  contractChanges,
  lab,
  capital,
  barriers,
];
