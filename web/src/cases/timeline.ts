import type { CaseView } from './views';

export type TimelineKind = 'deadline' | 'opened' | 'contact' | 'referral' | 'follow-up' | 'closed';

/** One line of a case: something the law expects, something planned, or something done. */
export type TimelineEntry = {
  key: string;
  on: string;
  kind: TimelineKind;
  /** The rule, contact kind, specialist or outcome behind it. */
  code: string | null;
  state: 'done' | 'planned' | 'overdue' | 'passed';
  waitingDays: number | null;
};

const entry = (
  parts: Pick<TimelineEntry, 'key' | 'on' | 'kind' | 'state'> & Partial<TimelineEntry>,
): TimelineEntry => ({ code: null, waitingDays: null, ...parts });

const ahead = (on: string, today: string): 'planned' | 'overdue' => (on < today ? 'overdue' : 'planned');

/** Deadlines, plans and deeds of a case in the order of their days. `today` as `yyyy-mm-dd`. */
export const timelineOf = (view: CaseView, today: string): TimelineEntry[] => {
  const deadlines = view.deadlines.map(({ rule, on, passed }) =>
    entry({ key: `law ${rule}`, on, kind: 'deadline', code: rule, state: passed ? 'passed' : 'planned' }),
  );
  const contacts = view.contacts.map(({ id, heldOn, kind }) =>
    entry({ key: id, on: heldOn, kind: 'contact', code: kind, state: 'done' }),
  );
  const referrals = view.referrals.map(({ id, askedOn, heldOn, specialist, waitingDays }) =>
    entry({
      key: id,
      on: heldOn ?? askedOn,
      kind: 'referral',
      code: specialist,
      state: heldOn === null ? 'planned' : 'done',
      waitingDays,
    }),
  );
  const followUps = view.followUps.map(({ id, dueOn, doneOn }) =>
    entry({
      key: id,
      on: doneOn ?? dueOn,
      kind: 'follow-up',
      state: doneOn === null ? ahead(dueOn, today) : 'done',
    }),
  );
  const opened = entry({ key: 'opened', on: view.openedOn, kind: 'opened', state: 'done' });
  const closed =
    view.closedOn === null
      ? []
      : [entry({ key: 'closed', on: view.closedOn, kind: 'closed', code: view.outcome, state: 'done' })];
  return [opened, ...deadlines, ...contacts, ...referrals, ...followUps, ...closed].toSorted((a, b) =>
    a.on.localeCompare(b.on),
  );
};
