/** Whatever decoded JSON keeps under its keys. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** Whether decoded JSON is an object; a list is none. */
export const isRecord = (value: unknown): value is UnknownRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
