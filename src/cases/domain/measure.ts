import type { FieldFault } from '../../platform/http/problem.js';
import type { LocalDate } from '../../shared/local-date.js';

/** How far a measure that was agreed for a unit has come. */
export const MEASURE_STATUSES = ['agreed', 'done', 'dropped'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

export interface AgreedMeasure {
  readonly agreedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly status: MeasureStatus;
  /** The day it was done or dropped; null while it is only agreed. */
  readonly settledOn: LocalDate | null;
}

const fault = (field: keyof AgreedMeasure, code: string, message: string): FieldFault => ({
  field,
  code,
  message,
});

/** Why a measure cannot be recorded as given; null where it can. */
export const measureFault = (measure: AgreedMeasure, today: LocalDate): FieldFault | null => {
  const { agreedOn, dueOn, status, settledOn } = measure;
  if (agreedOn > today)
    return fault('agreedOn', 'in-the-future', 'A measure is recorded once it has been agreed.');
  if (dueOn !== null && dueOn < agreedOn)
    return fault('dueOn', 'reversed-dates', 'It is to be done on or after the day it was agreed.');
  if (status !== 'agreed' && settledOn === null)
    return fault('settledOn', 'required', 'The day it was done or dropped.');
  if (settledOn === null) return null;
  if (status === 'agreed')
    return fault('settledOn', 'not-settled', 'A measure that is only agreed has no such day.');
  if (settledOn > today) return fault('settledOn', 'in-the-future', 'This is recorded once it has happened.');
  return settledOn < agreedOn
    ? fault('settledOn', 'reversed-dates', 'It ends on or after the day it was agreed.')
    : null;
};
