import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api/problem';
import type { Answers } from '../instruments/views';
import { keep, recall, wipe, type Kept, type Way } from './device';
import { keepPageOffline } from './offline';
import { askStanding, issueToken, openSurvey, sendAnswer, type Opened } from './respond-queries';
import { blind, fingerprintIn, fingerprintOf, tokenHash, unblind } from './token';

/** What stands in the way of answering. */
export type Obstacle =
  | 'unknown'
  | 'code'
  | 'code-used'
  | 'elsewhere'
  | 'closed'
  | 'too-late'
  | 'wrong-key'
  | 'too-many'
  | 'offline'
  | 'failed';

export type Respondent =
  | { readonly state: 'opening' }
  | { readonly state: 'stopped'; readonly why: Obstacle }
  | { readonly state: 'done' }
  | ({ readonly state: 'under-way'; readonly offline: boolean } & Kept);

const RETRY_MS = 15_000;
const ASK_MS = 60_000;

const obstacleOf = (error: unknown): Obstacle => {
  if (error instanceof TypeError) return 'offline';
  const { status, code } = problemOf(error);
  if (status === 429) return 'too-many';
  if (status === 404) return 'unknown';
  if (code === 'token-issued') return 'elsewhere';
  if (code === 'survey-closed') return 'closed';
  return 'failed';
};

const expectedKey = (way: Way, opened: Opened): string =>
  'link' in way ? fingerprintIn(way.link) : opened.fingerprint;

const openAnew = async (way: Way): Promise<Kept | Obstacle> => {
  if ('link' in way && way.link === '') return 'unknown';
  const opened = await openSurvey(way);
  if (opened.closed) return 'closed';
  if ((await fingerprintOf(opened.publicKey)) !== expectedKey(way, opened)) return 'wrong-key';
  if (opened.tokenIssued) return 'elsewhere';
  const link = 'link' in way ? way.link : '';
  return { link, opened, stage: 'begin', blinded: null, token: null, answers: {}, page: 0 };
};

/** One person's way through a survey on this device, from the link to the confirmation that the answer is written. */
export const useRespondent = (way: Way) => {
  const [now, setNow] = useState<Respondent>({ state: 'opening' });
  const isKiosk = !('link' in way);
  const latest = useRef<Kept | null>(null);

  const hold = useCallback(
    (kept: Kept, offline = false) => {
      latest.current = kept;
      if (!isKiosk) keep(kept);
      setNow({ state: 'under-way', offline, ...kept });
    },
    [isKiosk],
  );
  const forget = useCallback(
    (end: Respondent) => {
      if (latest.current && !isKiosk) wipe(latest.current.link);
      latest.current = null;
      setNow(end);
    },
    [isKiosk],
  );

  const open = useCallback(async () => {
    const known = 'link' in way ? recall(way.link) : null;
    if (known) return hold(known);
    try {
      const found = await openAnew(way);
      if (typeof found === 'string')
        return setNow({ state: 'stopped', why: isKiosk && found === 'elsewhere' ? 'code-used' : found });
      hold(found);
      if (!isKiosk) void keepPageOffline();
    } catch (error) {
      const why = obstacleOf(error);
      setNow({ state: 'stopped', why: isKiosk && why === 'unknown' ? 'code' : why });
    }
  }, [way, hold, isKiosk]);
  const retry = useCallback(() => {
    setNow({ state: 'opening' });
    void open();
  }, [open]);
  useEffect(() => {
    void Promise.resolve().then(open);
  }, [open]);

  /** Has a token signed; what is needed to ask for the same one again is kept before it is asked for. */
  const begin = useCallback(async () => {
    const kept = latest.current;
    if (!kept) return;
    try {
      const blinded = kept.blinded ?? (await blind(kept.opened.publicKey));
      hold({ ...kept, blinded });
      const token = await unblind(kept.opened.publicKey, blinded, await issueToken(way, blinded.blinded));
      hold({ ...kept, blinded: null, token, stage: 'answer' });
    } catch (error) {
      const why = obstacleOf(error);
      if (why === 'offline') hold(latest.current ?? kept, true);
      else setNow({ state: 'stopped', why });
    }
  }, [way, hold]);

  const send = useCallback(async () => {
    const kept = latest.current;
    if (!kept?.token) return;
    const { tenantId, fingerprint } = kept.opened;
    try {
      const state = await sendAnswer({ tenantId, fingerprint, ...kept.token, answers: { ...kept.answers } });
      // A kiosk keeps nothing, so it does not wait for the others either.
      if (state === 'kept' || isKiosk) forget({ state: 'done' });
      else hold({ ...kept, stage: 'wait' });
    } catch (error) {
      const why = obstacleOf(error);
      if (why === 'closed') forget({ state: 'stopped', why: 'too-late' });
      else hold({ ...kept, stage: 'send' }, why === 'offline');
    }
  }, [hold, forget, isKiosk]);

  const look = useCallback(async () => {
    const kept = latest.current;
    if (!kept?.token) return;
    const { tenantId, fingerprint } = kept.opened;
    try {
      const state = await askStanding({ tenantId, fingerprint, tokenHash: await tokenHash(kept.token) });
      if (state === 'kept') forget({ state: 'done' });
      if (state === 'unknown') await send();
    } catch {
      // Asked again after a while.
    }
  }, [forget, send]);

  const stage = now.state === 'under-way' ? now.stage : null;
  useEffect(() => {
    if (stage !== 'send' && stage !== 'wait') return;
    const act = () => void (stage === 'send' ? send() : look());
    if (stage === 'wait') act();
    const timer = setInterval(act, stage === 'send' ? RETRY_MS : ASK_MS);
    window.addEventListener('online', act);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', act);
    };
  }, [stage, send, look]);

  const note = useCallback(
    (answers: Answers, page: number) => {
      const kept = latest.current;
      if (!kept) return;
      latest.current = { ...kept, answers, page };
      if (!isKiosk) keep(latest.current);
    },
    [isKiosk],
  );
  const complete = useCallback(
    (answers: Answers) => {
      if (!latest.current) return;
      hold({ ...latest.current, answers, stage: 'send' });
      void send();
    },
    [hold, send],
  );
  return { now, begin, note, complete, retry };
};
