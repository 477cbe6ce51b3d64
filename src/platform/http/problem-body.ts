import type { Problem } from './problem.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** A fault as RFC 9457 writes it. */
export const problemBody = (problem: Problem, reference: string): object => ({
  type: `urn:naervaer:problem:${problem.code}`,
  title: problem.title,
  status: problem.status,
  code: problem.code,
  instance: `urn:uuid:${reference}`,
  ...(problem.fields.length > 0 ? { fields: problem.fields } : {}),
});
