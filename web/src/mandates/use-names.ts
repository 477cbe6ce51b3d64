import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../organisations/queries';
import type { UnitNode } from '../organisations/views';
import { useRuleName } from '../signals/use-rule-name';

const flat = (units: UnitNode[]): UnitNode[] => units.flatMap((unit) => [unit, ...flat(unit.children)]);

/** What units and rules are called; a unit that is no more is shown as a dash. */
export const useNames = () => {
  const { data } = useQuery(unitsQuery);
  const rule = useRuleName();
  const units = new Map(
    (data?.employers ?? []).flatMap((employer) => flat(employer.units)).map((unit) => [unit.id, unit.name]),
  );
  return { unit: (id: string): string => units.get(id) ?? '–', rule };
};
