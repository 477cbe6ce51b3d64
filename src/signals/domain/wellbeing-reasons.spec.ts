import { localDate } from '../../shared/local-date.js';
import { reasonsOfDrops, type UnitDrop } from './wellbeing-reasons.js';

const drop = (unitId: string, scaleId: string, closedOn: string): UnitDrop => ({
  unitId,
  scaleId,
  closedOn: localDate(closedOn),
  name: { da: scaleId, en: scaleId },
  from: 70,
  to: 55,
  interval: [-22, -8],
});

describe('reasons of falls in survey results', () => {
  it('are one a unit, with every scale that fell and the day of the latest round', () => {
    const reasons = reasonsOfDrops([
      drop('a', 'rest', '2026-02-20'),
      drop('b', 'rest', '2026-02-20'),
      drop('a', 'workload', '2026-03-13'),
    ]);
    expect(reasons.map(({ unitId, since, from, facts }) => [unitId, since, from, facts.count])).toEqual([
      ['a', '2026-03-13', '2026-02-20', 2],
      ['b', '2026-02-20', '2026-02-20', 1],
    ]);
    expect(reasons[0]).toMatchObject({
      rule: 'wellbeing-drop',
      personId: null,
      responsible: null,
      facts: {
        spells: [],
        drops: [{ scaleId: 'rest', from: 70, to: 55, interval: [-22, -8] }, { scaleId: 'workload' }],
      },
    });
    expect(reasonsOfDrops([])).toEqual([]);
  });
});
