/** One table pointing at another by a foreign key. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

/** Every table that holds a person's id, or points at one that does however far. */
export const personTables = (
  withPersonColumn: readonly string[],
  references: readonly Reference[],
): ReadonlySet<string> => {
  const found = new Set(withPersonColumn);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { from, to } of references) if (found.has(to)) found.add(from);
  }
  return found;
};

interface WithTables {
  readonly domain: string;
  readonly tables: readonly string[];
}

/**
 * Holders in the order in which they may erase: what points at a row goes before it.
 * @throws RangeError when holders point at each other in a circle
 */
export const inErasingOrder = <Holder extends WithTables>(
  holders: readonly Holder[],
  references: readonly Reference[],
): Holder[] => {
  const pointsAt = (one: Holder, other: Holder): boolean =>
    one !== other &&
    references.some(({ from, to }) => one.tables.includes(from) && other.tables.includes(to));
  const ordered: Holder[] = [];
  const left = [...holders].sort((one, other) => (one.domain < other.domain ? -1 : 1));
  while (left.length > 0) {
    const next = left.findIndex((holder) => !left.some((other) => pointsAt(other, holder)));
    if (next < 0) throw new RangeError('holders of personal data point at each other in a circle');
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
};
