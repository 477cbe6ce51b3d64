import { useRouteContext } from '@tanstack/react-router';
import type { Hat } from './views';

/** The hat worn on every page of the house. */
export const useHat = (): Hat => useRouteContext({ from: '/house' }).hat;
