/** Kinds of absence as Danish employers record them. */
export const SPELL_KINDS = [
  'own-sickness',
  'partial-sickness',
  'work-injury',
  'section-56',
  'section-56-partial',
  'pregnancy-related',
  'child-first-day',
  'child-second-day',
  'parental-leave',
  'other',
] as const;
export type SpellKind = (typeof SPELL_KINDS)[number];

/** Causes of Danmarks Statistik (FRAVAARSAG): own illness, child's illness, work accident, maternity or adoption leave. */
export type DstCause = 1100 | 1200 | 1300 | 1400;

const CAUSES: Readonly<Record<SpellKind, DstCause | null>> = {
  'own-sickness': 1100,
  'partial-sickness': 1100,
  'work-injury': 1300,
  'section-56': 1100,
  'section-56-partial': 1100,
  'pregnancy-related': 1100,
  'child-first-day': 1200,
  'child-second-day': 1200,
  'parental-leave': 1400,
  other: null,
};

/** The cause that Danmarks Statistik counts a kind under; null where it has none. */
export const dstCauseOf = (kind: SpellKind): DstCause | null => CAUSES[kind];

/** The employee's own sickness in any form: no two spells of these overlap, and each makes its employee absent (definitions 1.7). */
export const SICKNESS_KINDS = [
  'own-sickness',
  'partial-sickness',
  'work-injury',
  'section-56',
  'section-56-partial',
  'pregnancy-related',
] as const satisfies readonly SpellKind[];

const sickness: ReadonlySet<string> = new Set(SICKNESS_KINDS);
export const isSicknessKind = (kind: SpellKind): boolean => sickness.has(kind);
export const isSpellKind = (text: unknown): text is SpellKind => SPELL_KINDS.some((kind) => kind === text);

/** The source of spells that people report in the product itself; every other source is an import's. */
export const HAND_SOURCE = 'hand';

/** Counted in individual rules unless an employer adds work injury or section 56 (definitions 1.3). */
export const COUNTED_KINDS = ['own-sickness', 'partial-sickness'] as const satisfies readonly SpellKind[];

/** What figures mean by absence: cause 1100. Work injury, cause 1300, stands apart. */
export const MEASURED_KINDS = SPELL_KINDS.filter((kind) => dstCauseOf(kind) === 1100);

/** Kinds that are by nature for a part of the day, and the kind of the whole day that each belongs to. */
const WHOLE_DAY_KIND: Readonly<Partial<Record<SpellKind, SpellKind>>> = {
  'partial-sickness': 'own-sickness',
  'section-56-partial': 'section-56',
};

/** The kind that a spell has at a degree: own sickness at 0.5 is partial sickness, and back at 1 own sickness. */
export const kindAtDegree = (kind: SpellKind, degree: number): SpellKind => {
  const whole = WHOLE_DAY_KIND[kind] ?? kind;
  if (degree === 1) return whole;
  return SPELL_KINDS.find((candidate) => WHOLE_DAY_KIND[candidate] === whole) ?? whole;
};

/**
 * Payroll codes known without a mapping: wage types as Danish municipalities use them, causes of Danmarks Statistik,
 * and the words people write in a column of kinds (lower case).
 */
export const DEFAULT_CODES: Readonly<Record<string, SpellKind>> = {
  '790': 'own-sickness',
  '526': 'partial-sickness',
  '590': 'work-injury',
  '525': 'section-56',
  '522': 'section-56-partial',
  '1100': 'own-sickness',
  '1200': 'child-first-day',
  '1300': 'work-injury',
  '1400': 'parental-leave',
  syg: 'own-sickness',
  sygdom: 'own-sickness',
  'egen sygdom': 'own-sickness',
  'delvis syg': 'partial-sickness',
  'delvis sygdom': 'partial-sickness',
  arbejdsskade: 'work-injury',
  arbejdsulykke: 'work-injury',
  '§ 56': 'section-56',
  '§56': 'section-56',
  '§ 56 delvis': 'section-56-partial',
  'graviditetsbetinget sygdom': 'pregnancy-related',
  'graviditetsbetinget fravær': 'pregnancy-related',
  'barns 1. sygedag': 'child-first-day',
  'barnets 1. sygedag': 'child-first-day',
  'barns 2. sygedag': 'child-second-day',
  'barnets 2. sygedag': 'child-second-day',
  barsel: 'parental-leave',
  orlov: 'parental-leave',
  andet: 'other',
};
