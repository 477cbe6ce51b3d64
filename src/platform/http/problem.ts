/** A fault of one field of a request. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A fault that the caller is told of, as `application/problem+json` (RFC 9457) with a stable code. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(`${code}: ${title}`);
  }
}

/** Nothing there, or nothing this caller may know of: the two look alike. */
export const notFound = (): Problem =>
  new Problem(404, 'not-found', 'There is nothing here that you have access to.');
export const unauthenticated = (): Problem => new Problem(401, 'not-signed-in', 'Sign in first.');
export const forbidden = (): Problem =>
  new Problem(403, 'not-for-this-role', 'Your role does not have this function.');
/** The request contradicts what is already so. */
export const conflict = (code: string, title: string): Problem => new Problem(409, code, title);
/** One field is at fault. */
export const invalidField = (field: string, code: string, message: string): Problem =>
  new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.', [{ field, code, message }]);
