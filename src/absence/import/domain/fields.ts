/** What an import brings: people and their employments, or their absences. */
export const IMPORT_KINDS = ['roster', 'absences'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const ROSTER_FIELDS = [
  'employeeNumber',
  'personKey',
  'name',
  'unit',
  'jobGroup',
  'from',
  'to',
  'weeklyHours',
  'manager',
  'validFrom',
  'cpr',
  'phone',
  'email',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

export const ABSENCE_FIELDS = [
  'employeeNumber',
  'code',
  'cause',
  'from',
  'to',
  'days',
  'degree',
  'registered',
  'hours',
] as const;
export type AbsenceField = (typeof ABSENCE_FIELDS)[number];

export type ImportField = RosterField | AbsenceField;

const FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  roster: ROSTER_FIELDS,
  absences: ABSENCE_FIELDS,
};

/** Any one of each group has to be there. The last day may come as a day or as a number of days. */
const REQUIRED: Readonly<Record<ImportKind, readonly (readonly ImportField[])[]>> = {
  roster: [['employeeNumber'], ['name'], ['unit'], ['from'], ['weeklyHours']],
  absences: [['employeeNumber'], ['code', 'cause'], ['from'], ['to', 'days']],
};

export const fieldsOf = (kind: ImportKind): readonly ImportField[] => FIELDS[kind];
export const requiredOf = (kind: ImportKind): readonly (readonly ImportField[])[] => REQUIRED[kind];
export const isImportField = (kind: ImportKind, text: string): text is ImportField =>
  FIELDS[kind].some((field) => field === text);
