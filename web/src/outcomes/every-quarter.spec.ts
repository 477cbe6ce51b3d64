import { everyQuarter } from './every-quarter';

const told = (quarter: string) => ({
  quarter,
  after: false,
  treated: '1.2',
  comparison: '1.4',
  expected: '1.3',
});

it('leaves quarters that nothing is told of empty between those that are, over the turn of a year', () => {
  const points = everyQuarter([told('2024-Q4'), told('2025-Q3')]);
  expect(points.map(({ quarter, treated }) => [quarter, treated])).toEqual([
    ['2024-Q4', '1.2'],
    ['2025-Q1', null],
    ['2025-Q2', null],
    ['2025-Q3', '1.2'],
  ]);
  expect(everyQuarter([])).toEqual([]);
});
