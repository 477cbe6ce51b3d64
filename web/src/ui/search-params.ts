/** Decoders of the address: whatever somebody typed there, a page gets something it can use. */
export type RawSearch = Record<string, unknown>;

export const textParam = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;

export const pageParam = (value: unknown): number | undefined => {
  const page = Number(value);
  return Number.isInteger(page) && page > 1 && page < 1_000_000 ? page : undefined;
};

export const choiceParam = <Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
): Choice | undefined => choices.find((choice) => choice === value);

export const yearParam = (value: unknown): number | undefined => {
  const year = Number(value);
  return Number.isInteger(year) && year >= 1900 && year < 2200 ? year : undefined;
};

/** One of a few numbers. */
export const countParam = <Count extends number>(
  value: unknown,
  choices: readonly Count[],
): Count | undefined => choices.find((choice) => choice === Number(value));

/** `name` ascending, `-name` descending. */
export const sortParam = (value: unknown): string | undefined =>
  typeof value === 'string' && /^-?[a-zA-Z0-9]{1,40}$/.test(value) ? value : undefined;

/** Whatever a page may have in its address, a link to it may leave out. */
export const optional =
  <Search extends object>(validate: (search: RawSearch) => Search) =>
  (search: RawSearch): Partial<Search> =>
    validate(search);
