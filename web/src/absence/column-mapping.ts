import type { ImportTarget } from './views';

/** Field to column header. */
export type ColumnMapping = Readonly<Record<string, string>>;

export const mapped = (mapping: ColumnMapping, field: string, header: string | undefined): ColumnMapping => {
  const others = Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== field));
  return header === undefined ? others : { ...others, [field]: header };
};

/** Fields still without a column: those that must have one, and groups of which none has. */
export const unmapped = (targets: readonly ImportTarget[], mapping: ColumnMapping): string[] =>
  targets
    .filter(({ field, required, insteadOf }) => {
      if (required) return mapping[field] === undefined;
      return insteadOf.length > 0 && insteadOf.every((other) => mapping[other] === undefined);
    })
    .map(({ field }) => field);
