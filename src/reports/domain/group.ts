import { familyCell, type FamilyCell } from '../../disclosure/index.js';
import { monthsOf, type Period } from '../../shared/period.js';

export const GROUP_KINDS = ['partnership', 'workplace', 'comparison'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Workplaces that a report has one line for. */
export interface Group {
  readonly key: string;
  readonly kind: GroupKind;
  readonly units: readonly string[];
}

export const WHOLE = 'partnership';

interface PlacedUnit {
  readonly unitId: string;
  readonly sector: string;
  readonly arm: 'in' | 'comparison';
}

/** The partnership as a whole, each of its workplaces, and those they are compared with as one group a sector. */
export const groupsOf = (units: readonly PlacedUnit[]): Group[] => {
  const inside = units.filter((unit) => unit.arm === 'in').map((unit) => unit.unitId);
  const compared = units.filter((unit) => unit.arm === 'comparison');
  const sectors = [...new Set(compared.map((unit) => unit.sector))].sort();
  return [
    { key: WHOLE, kind: 'partnership', units: inside },
    ...inside.map((unitId): Group => ({ key: unitId, kind: 'workplace', units: [unitId] })),
    ...sectors.map((sector): Group => ({
      key: `comparison-${sector}`,
      kind: 'comparison',
      units: compared.filter((unit) => unit.sector === sector).map((unit) => unit.unitId),
    })),
  ];
};

/** The additive families of a period: the whole with its workplaces, or these alone; and each comparison group. */
export const familiesOf = (groups: readonly Group[], period: Period): FamilyCell[] => {
  const months = monthsOf(period);
  const cellsOf = (kind: GroupKind): FamilyCell[] =>
    groups.filter((group) => group.kind === kind).map(({ key, units }) => familyCell(key, units, months));
  const [whole] = cellsOf('partnership');
  const workplaces = cellsOf('workplace');
  return [...(whole ? [{ ...whole, parts: workplaces }] : workplaces), ...cellsOf('comparison')];
};

/** The whole of a period with its months as parts; null where the whole is not printed. */
export const monthFamilyOf = (groups: readonly Group[], period: Period): FamilyCell | null => {
  const whole = groups.find((group) => group.kind === 'partnership');
  if (!whole) return null;
  const months = monthsOf(period);
  const parts = months.map((month) => familyCell(month, whole.units, [month]));
  return familyCell(whole.key, whole.units, months, parts);
};
