export interface Reference {
  readonly from: string;
  readonly to: string;
}

/**
 * Tables in an order in which each follows all that it refers to. References of a table to itself do not
 * count: PostgreSQL checks them at the end of the statement that fills it.
 * @throws Error naming the tables that refer to each other in a ring.
 */
export const inReferenceOrder = (tables: readonly string[], references: readonly Reference[]): string[] => {
  const ordered: string[] = [];
  let waiting = [...tables].sort();
  while (waiting.length > 0) {
    const isFree = (table: string): boolean =>
      !references.some(({ from, to }) => from === table && to !== table && waiting.includes(to));
    const free = waiting.filter(isFree);
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${waiting.join(', ')}`);
    ordered.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return ordered;
};
