/** A unit by its name and the unit above it. */
interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Names by id, with the name of the unit above where several are called the same: "Stue 1, Børnehuset Solstrålen". */
export const namesApart = (units: readonly NamedUnit[]): ReadonlyMap<string, string> => {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const once = new Set<string>();
  const several = new Set(units.flatMap(({ name }) => (once.has(name) ? name : (once.add(name), []))));
  return new Map(
    units.map(({ id, name, parentId }) => {
      const above = parentId === null ? null : names.get(parentId);
      return [id, above && several.has(name) ? `${name}, ${above}` : name];
    }),
  );
};
