import { useFormat } from '../ui/use-format';
import type { Limit } from './views';

/** How a number of the output policy is written: one is a share, the others count. */
export const useLimitText = (): ((limit: Limit, value: number) => string) => {
  const { percent, number } = useFormat();
  return (limit, value) => (limit === 'largestShare' ? percent(value) : number(value));
};
