/** A calendar month as `yyyy-mm`; compares correctly with `<` and `>`. */
export type Month = string;

/** Months since year 0, so that they can be counted. */
export const monthNumber = (month: Month): number => {
  const [year = NaN, of = NaN] = month.split('-').map(Number);
  return 12 * year + of - 1;
};

export const monthAt = (number: number): Month =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** The calendar quarter of a month, such as `2026-Q1`. */
export const quarterOf = (month: Month): string =>
  `${month.slice(0, 4)}-Q${Math.floor((Number(month.slice(5)) - 1) / 3) + 1}`;

/** Every month from one to another, both among them. */
export const monthsBetween = (from: Month, to: Month): Month[] =>
  Array.from({ length: Math.max(0, monthNumber(to) - monthNumber(from) + 1) }, (_, place) =>
    monthAt(monthNumber(from) + place),
  );
