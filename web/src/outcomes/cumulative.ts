import type { SettlementPageView } from './views';

export type CumulativePoint = {
  to: string;
  paid: number | null;
  low: number | null;
  middle: number | null;
  high: number | null;
};

const STANDING: readonly string[] = ['draft', 'commented', 'approved', 'signed', 'sent'];

/** What had been paid at the end of each settled period, and from the last of them on what is to come. */
export const cumulativePoints = ({
  items,
  forecast,
}: Pick<SettlementPageView, 'items' | 'forecast'>): CumulativePoint[] => {
  const settled = items
    .filter(
      ({ state, correctsId, cumulative }) =>
        STANDING.includes(state) && correctsId === null && cumulative !== null,
    )
    .toSorted((a, b) => (a.to < b.to ? -1 : 1));
  const paid = settled.map(({ to, cumulative }, place): CumulativePoint => {
    const from = place === settled.length - 1 ? cumulative : null;
    return { to, paid: cumulative, low: from, middle: from, high: from };
  });
  return [...paid, ...forecast.map(({ to, low, middle, high }) => ({ to, paid: null, low, middle, high }))];
};
