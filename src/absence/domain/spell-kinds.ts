/** What a stretch of absence is, as Danish employers record it. The illness itself is never recorded. */
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

/** A person is away sick once at a time: PostgreSQL refuses two overlapping spells of these kinds in one employment. */
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
