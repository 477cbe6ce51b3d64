import { OWN_REQUEST } from './client';
import { decodeProblem, ProblemError } from './problem';

type Query = Record<string, string | number | boolean | undefined>;
type Options = { query?: Query; body?: unknown };

export const address = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
};

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One request to our own API. @throws ProblemError for every answer that is not 2xx. */
export const send = async <Answer>(method: string, path: string, options: Options = {}): Promise<Answer> => {
  const hasBody = options.body !== undefined;
  const response = await fetch(address(path, options.query), {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...OWN_REQUEST,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(options.body) } : {}),
  });
  const body = await bodyOf(response);
  if (!response.ok) throw new ProblemError(decodeProblem(response.status, body));
  return body as Answer;
};
