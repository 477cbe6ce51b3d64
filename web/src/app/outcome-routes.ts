import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { optional, textParam } from '../ui/search-params';
import { inHouse } from './door-routes';

const effect = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/effect',
  validateSearch: optional((search) => ({ plan: textParam(search.plan) })),
  component: lazyRouteComponent(() => import('../outcomes/effect-page'), 'EffectPage'),
});

const settlements = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/settlements',
  component: lazyRouteComponent(() => import('../outcomes/settlements-page'), 'SettlementsPage'),
});

const settlement = createRoute({
  getParentRoute: inHouse,
  path: '/partnerships/$partnershipId/settlements/$settlementId',
  component: lazyRouteComponent(() => import('../outcomes/settlement-page'), 'SettlementPage'),
});

/** What was achieved and what is owed. */
export const outcomeRoutes = [effect, settlements, settlement];
