import type { Answers } from '../instruments/views';
import type { Opened } from './respond-queries';
import type { Blinded, Token } from './token';

/** By the link of an invitation, or by a code at a kiosk. */
export type Way = { link: string } | { kiosk: string; code: string };

export type Stage = 'begin' | 'answer' | 'send' | 'wait';

/** What a device keeps of a survey until the answer is written, and nothing after that. */
export interface Kept {
  readonly link: string;
  readonly opened: Opened;
  readonly stage: Stage;
  readonly blinded: Blinded | null;
  readonly token: Token | null;
  readonly answers: Answers;
  readonly page: number;
}

const PREFIX = 'naervaer.survey.';
const LAST = 'naervaer.survey-last';

const nameOf = (link: string): string => PREFIX + link.slice(22, 44);

/** Where a browser keeps nothing, the survey is answered in one go. */
const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

export const recall = (link: string): Kept | null =>
  quietly(() => {
    const text = localStorage.getItem(nameOf(link));
    const kept = text === null ? null : (JSON.parse(text) as Kept);
    return kept?.link === link ? kept : null;
  }, null);

export const keep = (kept: Kept): void =>
  quietly(() => {
    localStorage.setItem(nameOf(kept.link), JSON.stringify(kept));
    localStorage.setItem(LAST, kept.link);
  }, undefined);

export const wipe = (link: string): void =>
  quietly(() => {
    localStorage.removeItem(nameOf(link));
    if (localStorage.getItem(LAST) === link) localStorage.removeItem(LAST);
  }, undefined);

/** The link that is being answered on this device, for when the page is loaded anew. */
export const lastLink = (): string => quietly(() => localStorage.getItem(LAST) ?? '', '');
