import { Problem } from '../../../platform/http/problem.js';

/** RFC 7644 § 3.12; the filter of problems writes the code as the `scimType`. */
export const invalidFilter = (): Problem =>
  new Problem(400, 'invalid-filter', 'A filter names one attribute of the list, "eq" and a text in quotes.');
export const invalidPath = (): Problem =>
  new Problem(400, 'invalid-path', 'This path leads to no attribute that can be changed.');
export const invalidSyntax = (title: string): Problem => new Problem(400, 'invalid-syntax', title);
export const invalidValue = (title: string): Problem => new Problem(400, 'invalid-value', title);
/** Says nothing of whom it collides with: they may belong to somebody else. */
export const notUnique = (title: string): Problem => new Problem(409, 'uniqueness', title);
