import createClient from 'openapi-fetch';
import { decodeProblem, ProblemError } from './problem';
import type { components, paths } from './schema';

/** A header no foreign form can send: with the same-origin cookie it proves the request is ours. */
export const OWN_REQUEST = { 'x-requested-with': 'naervaer' };

/** The API, typed by its own description. */
export const api = createClient<paths>({ credentials: 'same-origin', headers: OWN_REQUEST });

/** The shapes the API speaks of. */
export type Views = components['schemas'];

type Asked<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** What the API answered. @throws ProblemError for every answer that is not 2xx. */
export const answer = async <Data>(asked: Asked<Data>): Promise<Data> => {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(decodeProblem(response.status, error));
  return data as Data;
};
