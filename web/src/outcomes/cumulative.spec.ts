import { cumulativePoints } from './cumulative';

const row = (to: string, cumulative: number | null, over: object = {}) => ({
  id: to,
  from: to,
  to,
  state: 'signed' as const,
  failure: null,
  contractVersion: 1,
  correctsId: null,
  net: 0,
  held: 0,
  cumulative,
  signedAt: null,
  sentOn: null,
  ...over,
});

it('draws what was paid, and from its end what is to come', () => {
  const points = cumulativePoints({
    items: [
      row('2026-12-31', 300),
      row('2025-12-31', 100),
      row('2025-12-31', 90, { correctsId: 'another' }),
      row('2026-12-31', null, { state: 'failed' }),
    ],
    forecast: [{ from: '2027-01-01', to: '2027-12-31', low: 350, middle: 500, high: 700 }],
  });
  expect(points).toEqual([
    { to: '2025-12-31', paid: 100, low: null, middle: null, high: null },
    { to: '2026-12-31', paid: 300, low: 300, middle: 300, high: 300 },
    { to: '2027-12-31', paid: null, low: 350, middle: 500, high: 700 },
  ]);
});
