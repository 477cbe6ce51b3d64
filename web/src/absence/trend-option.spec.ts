import { formatFor } from '../ui/format';
import { trendOption } from './trend-option';
import type { MonthFigure } from './views';

const month = (name: string, absenceRate: number, provisional: boolean): MonthFigure => ({
  month: name,
  absenceRate,
  previousRate: null,
  daysPerFte: null,
  spells: 0,
  provisional,
});

const seriesOf = (months: MonthFigure[]) => {
  const option = trendOption(months, formatFor('da'), {
    now: 'now',
    before: 'before',
    provisional: 'provisional',
  });
  return JSON.parse(JSON.stringify(option)).series;
};

describe('trendOption', () => {
  it('dashes the provisional months from the last settled one on', () => {
    const [, settled, provisional] = seriesOf([
      month('2026-08', 0.04, false),
      month('2026-09', 0.05, false),
      month('2026-10', 0.06, true),
      month('2026-11', 0.02, true),
    ]);
    expect(settled.data).toEqual([0.04, 0.05, null, null]);
    expect(provisional.data).toEqual([null, 0.05, 0.06, 0.02]);
  });
});
