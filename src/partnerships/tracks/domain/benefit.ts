/** What a citizen lives on in a week, as far as the employment track knows it (definitions 5.4). */
export const BENEFITS = [
  'sickness-benefit',
  'job-clarification',
  'flexi-job',
  'flexi-unemployment',
  'disability-pension',
  'self-support',
] as const;
export type Benefit = (typeof BENEFITS)[number];

/** Sygedagpenge and jobafklaring follow on each other in one course of illness: together they are one running case. */
export const CASE_BENEFITS = ['sickness-benefit', 'job-clarification'] as const satisfies readonly Benefit[];

/** Whom coaches and caseworkers work for: those who neither support themselves nor have a pension. */
export const CASELOAD_BENEFITS = [
  'sickness-benefit',
  'job-clarification',
  'flexi-job',
  'flexi-unemployment',
] as const satisfies readonly Benefit[];

/** As files write them, small letters without signs between. */
const WRITTEN: Readonly<Record<Benefit, readonly string[]>> = {
  'sickness-benefit': ['sygedagpenge', 'sdp', 'sickness benefit'],
  'job-clarification': ['jobafklaring', 'jobafklaringsforløb', 'jaf', 'job clarification'],
  'flexi-job': ['fleksjob', 'fleksjobvisiteret', 'flexi job'],
  'flexi-unemployment': ['ledighedsydelse', 'flexi unemployment'],
  'disability-pension': ['førtidspension', 'fortidspension', 'ftp', 'disability pension'],
  'self-support': [
    'selvforsørgelse',
    'selvforsørgende',
    'selvforsørget',
    'raskmeldt',
    'i arbejde',
    'job',
    'arbejde',
    'self support',
  ],
};

/** Case, stops, dashes and the number of a code before its name tell nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

const BY_NAME: ReadonlyMap<string, Benefit> = new Map(
  BENEFITS.flatMap((benefit) =>
    [benefit.replaceAll('-', ' '), ...WRITTEN[benefit]].map((name) => [name, benefit] as const),
  ),
);

/** The benefit that a cell names; null for one that the track does not know. */
export const benefitOf = (text: string): Benefit | null => BY_NAME.get(plain(text)) ?? null;
