import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../access/queries';
import { optional, textParam } from '../ui/search-params';

type Context = { queryClient: QueryClient };

export const root = createRootRouteWithContext<Context>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: optional((search) => ({ to: textParam(search.to), sso: textParam(search.sso) })),
  component: lazyRouteComponent(() => import('../access/sign-in-page'), 'SignInPage'),
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

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/users/invitation-page'), 'InvitationPage'),
});

const introduction = createRoute({
  getParentRoute: () => root,
  path: '/introduction',
  component: lazyRouteComponent(() => import('../onboarding/link-page'), 'LinkPage'),
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

const answer = createRoute({
  getParentRoute: () => root,
  path: '/svar',
  component: lazyRouteComponent(() => import('../surveys/rounds/answer-page'), 'AnswerPage'),
});

const kiosk = createRoute({
  getParentRoute: () => root,
  path: '/svar/skaerm',
  component: lazyRouteComponent(() => import('../surveys/rounds/kiosk-page'), 'KioskPage'),
});

/** Everything behind the door: a session that wears a hat. */
export const house = createRoute({
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
export const inHouse = () => house;

/** The pages before the door. */
export const doorRoutes = [
  answer,
  kiosk,
  signIn,
  employerSignIn,
  forgot,
  reset,
  secure,
  invitation,
  introduction,
  hats,
];
