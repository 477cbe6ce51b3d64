import { addDays, type LocalDate } from '../../shared/local-date.js';

/**
 * What an employer has recorded before anything is raised or anybody told (definitions 4.7): the impact assessment and
 * its approval, the talk in works council, MED or AMO, the employees' information, who is told what and for how long
 * it is kept.
 */
export interface GoLiveRecord {
  readonly dpiaApprovedBy: string | null;
  readonly dpiaApprovedOn: LocalDate | null;
  readonly worksCouncilOn: LocalDate | null;
  readonly minutesReference: string | null;
  readonly informedText: string | null;
  readonly informedOn: LocalDate | null;
  readonly noticeDays: number;
  readonly recipients: string | null;
  readonly retention: string | null;
  /** The first day on which signals are raised; null while the record is a draft. */
  readonly liveFrom: LocalDate | null;
}

export const DEFAULT_NOTICE_DAYS = 42;

const REQUIRED = [
  'dpiaApprovedBy',
  'dpiaApprovedOn',
  'worksCouncilOn',
  'minutesReference',
  'informedText',
  'informedOn',
  'recipients',
  'retention',
] as const satisfies readonly (keyof GoLiveRecord)[];
export type RequiredField = (typeof REQUIRED)[number];

/** What the record still lacks. */
export const missingOf = (record: GoLiveRecord): RequiredField[] =>
  REQUIRED.filter((field) => (record[field] ?? '').trim() === '');

/** The first day the employees' notice allows; null until they are informed. */
export const earliestLiveDay = (record: GoLiveRecord): LocalDate | null =>
  record.informedOn === null ? null : addDays(record.informedOn, record.noticeDays);

/** Whether a record tells of an approval of the impact assessment that the one before it did not. */
export const approvesAnew = (
  before: GoLiveRecord,
  { dpiaApprovedBy, dpiaApprovedOn }: GoLiveRecord,
): boolean =>
  dpiaApprovedBy !== null &&
  dpiaApprovedOn !== null &&
  (dpiaApprovedBy !== before.dpiaApprovedBy || dpiaApprovedOn !== before.dpiaApprovedOn);

export interface GoLiveFault {
  readonly field: keyof GoLiveRecord;
  readonly code: 'required' | 'in-the-future' | 'notice-runs' | 'notice-repeats';
  readonly message: string;
}

const DAYS_PAST = ['dpiaApprovedOn', 'worksCouncilOn', 'informedOn'] as const;

const futureFaults = (record: GoLiveRecord, today: LocalDate): GoLiveFault[] =>
  DAYS_PAST.filter((field) => (record[field] ?? today) > today).map((field) => ({
    field,
    code: 'in-the-future',
    message: 'This is recorded once it has happened.',
  }));

/** New recipients are news to the employees: they are informed again, and the notice runs again (definitions 4.7). */
const repeatedNoticeFaults = (record: GoLiveRecord, told: GoLiveRecord | null): GoLiveFault[] => {
  if (told === null || told.recipients === record.recipients) return [];
  const informedAgain = (record.informedOn ?? '') > (told.informedOn ?? '');
  if (informedAgain) return [];
  const message = 'Who is told has changed: give the day the employees were informed of it.';
  return [{ field: 'informedOn', code: 'notice-repeats', message }];
};

/**
 * Why a record cannot be kept as it is; a draft, without a day of going live, may be incomplete.
 * @param told the last record with a day of going live, drafts since then left out; null before the first
 */
export const faultsOf = (
  record: GoLiveRecord,
  told: GoLiveRecord | null,
  today: LocalDate,
): GoLiveFault[] => {
  const future = futureFaults(record, today);
  if (record.liveFrom === null) return future;
  const missing = missingOf(record).map((field): GoLiveFault => ({
    field,
    code: 'required',
    message: 'Needed before going live.',
  }));
  const earliest = earliestLiveDay(record);
  const early: GoLiveFault[] =
    earliest !== null && record.liveFrom < earliest
      ? [{ field: 'liveFrom', code: 'notice-runs', message: `The employees' notice runs until ${earliest}.` }]
      : [];
  return [...future, ...missing, ...early, ...repeatedNoticeFaults(record, told)];
};

export type GoLiveState = 'not-ready' | 'notice-running' | 'live';

export const stateOf = (record: GoLiveRecord, on: LocalDate): GoLiveState => {
  if (record.liveFrom === null) return 'not-ready';
  return record.liveFrom <= on ? 'live' : 'notice-running';
};
