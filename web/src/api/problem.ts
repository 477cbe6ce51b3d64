export type FieldFault = { field: string; code: string; message: string };

/** An answer of `application/problem+json`, the only form in which the API says no. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail?: string;
  fields: FieldFault[];
};

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
  }
}

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const fieldFaults = (value: unknown): FieldFault[] =>
  Array.isArray(value)
    ? value.filter(isBag).map((one) => ({
        field: text(one.field, ''),
        code: text(one.code, ''),
        message: text(one.message, ''),
      }))
    : [];

/** Reads a body as a problem; anything else (a proxy's page, nothing at all) becomes one by its status. */
export const decodeProblem = (status: number, body: unknown): Problem => {
  const bag = isBag(body) ? body : {};
  return {
    status,
    code: text(bag.code, `http-${status}`),
    title: text(bag.title, `HTTP ${status}`),
    ...(typeof bag.detail === 'string' ? { detail: bag.detail } : {}),
    fields: fieldFaults(bag.fields),
  };
};

/** The problem behind any thrown thing: no answer at all means the network failed. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { status: 0, code: 'no-answer', title: 'No answer', fields: [] };
