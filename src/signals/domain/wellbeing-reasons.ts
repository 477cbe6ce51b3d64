import type { LocalDate } from '../../shared/local-date.js';
import type { DropSeen } from './facts.js';
import type { Reason } from './reason.js';

export interface UnitDrop extends DropSeen {
  readonly unitId: string;
  readonly closedOn: LocalDate;
}

/** One reason a unit, whatever number of its scales fell: it came about when the last of their rounds closed. */
export const reasonsOfDrops = (drops: readonly UnitDrop[]): Reason[] => {
  const byUnit = new Map<string, UnitDrop[]>();
  for (const drop of drops) byUnit.set(drop.unitId, [...(byUnit.get(drop.unitId) ?? []), drop]);
  return [...byUnit].map(([unitId, fallen]) => {
    const days = fallen.map(({ closedOn }) => closedOn).sort();
    const [from, to] = [days[0], days.at(-1)];
    if (!from || !to) throw new RangeError('a unit without a drop');
    return {
      rule: 'wellbeing-drop',
      unitId,
      personId: null,
      employmentId: null,
      responsible: null,
      since: to,
      from,
      to,
      facts: {
        count: fallen.length,
        spells: [],
        drops: fallen.map(({ scaleId, name, from: before, to: now, interval }) => ({
          scaleId,
          name,
          from: before,
          to: now,
          interval,
        })),
      },
    };
  });
};
