import type { LocalDate } from '../../shared/local-date.js';
import { workingDayAfter } from '../../shared/working-days.js';

/** Working days within which a contact must be recorded to count (definitions 4.6). */
export const WORKING_DAYS_TO_RECORD = 3;

export interface ContactMade {
  readonly heldOn: LocalDate;
  readonly recordedOn: LocalDate;
  /** False for an attempt. */
  readonly reached: boolean;
}

/** A signal whose due day lies in the period asked about. */
export interface DueSignal {
  readonly raisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly withdrawn: boolean;
  /** For a contact day: whether the person was still absent on the due day. null for other rules, which do not ask. */
  readonly absentWhenDue: boolean | null;
  readonly contacts: readonly ContactMade[];
}

/**
 * How a signal stands towards being contacted in time. Only the first three are in the denominator, only `in-time` in
 * the numerator; `learned-late` is the source's lateness and stands apart.
 */
export type Timeliness =
  | 'in-time'
  /** Reached in time, yet written down more than three working days after the due day. */
  | 'recorded-late'
  | 'not-in-time'
  /** Known only after the due day. */
  | 'learned-late'
  /** Withdrawn, or back at work by the due day. */
  | 'not-due';

export const timelinessOf = (signal: DueSignal): Timeliness => {
  if (signal.withdrawn) return 'not-due';
  if (signal.raisedOn > signal.dueOn) return 'learned-late';
  if (signal.absentWhenDue === false) return 'not-due';
  const reached = signal.contacts.filter((contact) => contact.reached && contact.heldOn <= signal.dueOn);
  const recordedBy = workingDayAfter(signal.dueOn, WORKING_DAYS_TO_RECORD);
  if (reached.some((contact) => contact.recordedOn <= recordedBy)) return 'in-time';
  return reached.length > 0 ? 'recorded-late' : 'not-in-time';
};

/** Contacted in time, as two counts and what stands beside them (definitions 4.6). */
export interface ContactedInTime {
  readonly numerator: number;
  readonly denominator: number;
  /** In the denominator, not reached in time, but tried by the due day. */
  readonly attempted: number;
  /** In the denominator, outside the numerator for being written down late. */
  readonly recordedLate: number;
  /** Outside the denominator. */
  readonly learnedLate: number;
}

const wasTried = (signal: DueSignal): boolean =>
  signal.contacts.some((contact) => !contact.reached && contact.heldOn <= signal.dueOn);

export const contactedInTime = (signals: readonly DueSignal[]): ContactedInTime => {
  const judged = signals.map((signal) => ({ signal, timeliness: timelinessOf(signal) }));
  const count = (timeliness: Timeliness): number =>
    judged.filter((each) => each.timeliness === timeliness).length;
  const missed = judged.filter((each) => each.timeliness === 'not-in-time');
  return {
    numerator: count('in-time'),
    denominator: count('in-time') + count('recorded-late') + missed.length,
    attempted: missed.filter((each) => wasTried(each.signal)).length,
    recordedLate: count('recorded-late'),
    learnedLate: count('learned-late'),
  };
};
