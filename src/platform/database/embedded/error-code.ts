/** The code of a fault of the system or of PostgreSQL, such as ENOENT or 55P03; empty when it has none. */
export const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string'
    ? fault.code
    : '';
