import { decodeProblem, ProblemError } from '../../api/problem';
import type { Views } from '../../api/client';
import type { Way } from './device';

export type Opened = Views['SurveyOpenedView'];
export type Standing = Views['AnswerStandingView']['state'];

/** Asks without a cookie: a session of somebody who is also signed in has no business here. */
const ask = async <Answer>(path: string, body: object): Promise<Answer> => {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(decodeProblem(response.status, answer));
  return answer as Answer;
};

export const openSurvey = (way: Way): Promise<Opened> => ask('survey-invitations/openings', way);

export const issueToken = async (way: Way, blinded: string): Promise<string> =>
  (await ask<Views['TokenIssuedView']>('survey-invitations/tokens', { ...way, blinded })).signature;

export const sendAnswer = async (spent: Views['SpendDto']): Promise<Standing> =>
  (await ask<Views['AnswerStandingView']>('survey-answers', spent)).state;

export const askStanding = async (of: Views['StandingDto']): Promise<Standing> =>
  (await ask<Views['AnswerStandingView']>('survey-answers/standings', of)).state;
