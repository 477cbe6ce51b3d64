import type { UnitKind } from './unit-history.js';

/** A unit as a list has it. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
}

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly children: Node[];
}

/** Hangs a list of units together; one whose parent is not in the list stands at the top. */
export const treeOf = (units: readonly Listed[]): Node[] => {
  const nodes = new Map(
    units.map(({ id, name, kind }): [string, Node] => [id, { id, name, kind, children: [] }]),
  );
  const top: Node[] = [];
  for (const unit of units) {
    const node = nodes.get(unit.id);
    const siblings = nodes.get(unit.parentId ?? '')?.children ?? top;
    if (node) siblings.push(node);
  }
  return top;
};
