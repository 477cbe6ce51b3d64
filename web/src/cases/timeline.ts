import type { CaseView } from './views';

export type TimelineKind = 'signal' | 'deadline' | 'opened' | 'contact' | 'referral' | 'follow-up' | 'closed';

/** One line of a case: what raised it, what the law expects, what is planned, what was done. */
export type TimelineEntry = {
  /** The id of what it shows, where it has one. */
  key: string;
  on: string;
  kind: TimelineKind;
  /** The rule, contact kind, specialist or outcome behind it. */
  code: string | null;
  state: 'done' | 'planned' | 'overdue' | 'passed';
  waitingDays: number | null;
};

type Parts = Pick<TimelineEntry, 'key' | 'on' | 'kind' | 'state'> & Partial<TimelineEntry>;
const entry = (parts: Parts): TimelineEntry => ({ code: null, waitingDays: null, ...parts });

const isLegal = (rule: string): boolean => rule.startsWith('section-');

/** A legal deadline stands on its day, any other signal on the day it was raised. */
const signalEntry = (
  { id, rule, raisedOn, dueOn }: CaseView['signals'][number],
  today: string,
): TimelineEntry =>
  isLegal(rule)
    ? entry({ key: id, on: dueOn, kind: 'deadline', code: rule, state: dueOn < today ? 'passed' : 'planned' })
    : entry({ key: id, on: raisedOn, kind: 'signal', code: rule, state: 'passed' });

const referralEntry = ({ id, askedOn, heldOn, specialist, waitingDays }: CaseView['referrals'][number]) =>
  entry({
    key: id,
    on: heldOn ?? askedOn,
    kind: 'referral',
    code: specialist,
    state: heldOn === null ? 'planned' : 'done',
    waitingDays,
  });

const followUpEntry = (
  { id, dueOn, doneOn }: CaseView['followUps'][number],
  today: string,
): TimelineEntry => {
  const ahead = dueOn < today ? 'overdue' : 'planned';
  return entry({ key: id, on: doneOn ?? dueOn, kind: 'follow-up', state: doneOn === null ? ahead : 'done' });
};

/** A case in the order of its days. `today` as `yyyy-mm-dd`. */
export const timelineOf = (view: CaseView, today: string): TimelineEntry[] => {
  /** Told newest first; those of one day stand in the order they were recorded. */
  const contacts = view.contacts
    .toReversed()
    .map(({ id, heldOn, kind }) =>
      entry({ key: id, on: heldOn, kind: 'contact', code: kind, state: 'done' }),
    );
  const { closedOn, outcome } = view;
  const closed =
    closedOn === null
      ? []
      : [entry({ key: 'closed', on: closedOn, kind: 'closed', code: outcome, state: 'done' })];
  return [
    ...view.signals.filter(({ withdrawn }) => !withdrawn).map((signal) => signalEntry(signal, today)),
    entry({ key: 'opened', on: view.openedOn, kind: 'opened', state: 'done' }),
    ...contacts,
    ...view.referrals.map(referralEntry),
    ...view.followUps.map((followUp) => followUpEntry(followUp, today)),
    ...closed,
  ].toSorted((a, b) => a.on.localeCompare(b.on));
};
