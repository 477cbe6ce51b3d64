import { DEFAULT_CODES, SPELL_KINDS, type SpellKind } from '../../domain/kinds.js';

/** Further words for kinds, beside the codes that every employer shares. */
const WORDS: Readonly<Record<string, SpellKind>> = {
  'egen sygdom fuld': 'own-sickness',
  'sygdom fuld': 'own-sickness',
  sygemelding: 'own-sickness',
  sygemeldt: 'own-sickness',
  sygefravær: 'own-sickness',
  sick: 'own-sickness',
  sickness: 'own-sickness',
  'own illness': 'own-sickness',
  illness: 'own-sickness',
  'sick leave': 'own-sickness',
  'delvist syg': 'partial-sickness',
  'delvis sygemelding': 'partial-sickness',
  'delvis sygemeldt': 'partial-sickness',
  'delvist sygemeldt': 'partial-sickness',
  'nedsat tjeneste': 'partial-sickness',
  'part time sickness': 'partial-sickness',
  'arbejdsskade sygdom': 'work-injury',
  tilskadekomst: 'work-injury',
  'work accident': 'work-injury',
  'occupational injury': 'work-injury',
  'paragraf 56': 'section-56',
  '§ 56 sygdom': 'section-56',
  '§ 56 fuld': 'section-56',
  'sygdom § 56': 'section-56',
  'kronisk sygdom § 56': 'section-56',
  'delvis § 56': 'section-56-partial',
  'delvis sygdom § 56': 'section-56-partial',
  'paragraf 56 delvis': 'section-56-partial',
  'section 56 part time': 'section-56-partial',
  graviditetsgener: 'pregnancy-related',
  'graviditetsbetinget sygemelding': 'pregnancy-related',
  'graviditetsbetinget sygdom fuld': 'pregnancy-related',
  'graviditetsbetinget sygdom deltid': 'pregnancy-related',
  'sygdom graviditet': 'pregnancy-related',
  pregnancy: 'pregnancy-related',
  'barn syg': 'child-first-day',
  'barns sygdom': 'child-first-day',
  'barns sygedag': 'child-first-day',
  'barn 1 sygedag': 'child-first-day',
  'barns 1 sygedag': 'child-first-day',
  'barnets 1 sygedag': 'child-first-day',
  'barns første sygedag': 'child-first-day',
  'barnets første sygedag': 'child-first-day',
  'child sick': 'child-first-day',
  'child s first day': 'child-first-day',
  'barn 2 sygedag': 'child-second-day',
  'barns 2 sygedag': 'child-second-day',
  'barnets 2 sygedag': 'child-second-day',
  'barns anden sygedag': 'child-second-day',
  'barnets anden sygedag': 'child-second-day',
  'child s second day': 'child-second-day',
  barselsorlov: 'parental-leave',
  forældreorlov: 'parental-leave',
  fædreorlov: 'parental-leave',
  graviditetsorlov: 'parental-leave',
  'parental leave': 'parental-leave',
  'maternity leave': 'parental-leave',
  'paternity leave': 'parental-leave',
  omsorgsdag: 'other',
  omsorgsdage: 'other',
  seniordag: 'other',
  seniordage: 'other',
  sorgorlov: 'other',
  plejeorlov: 'other',
  tjenestefri: 'other',
  tjenestefrihed: 'other',
  ferie: 'other',
  feriefridag: 'other',
  feriefridage: 'other',
  holiday: 'other',
};

/** Spelling that does not matter: case, stops, brackets, leading zeros of a number, the space after §. */
const spelling = (code: string): string =>
  code
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('§', ' § ')
    .replace(/[^\p{L}\p{N}§]+/gu, ' ')
    .trim()
    .replace(/^0+(?=\d)/, '');

const bookOf = (entries: Readonly<Record<string, SpellKind>>): [string, SpellKind][] =>
  Object.entries(entries).map(([code, kind]) => [spelling(code), kind]);

const KNOWN: ReadonlyMap<string, SpellKind> = new Map([
  ...SPELL_KINDS.map((kind): [string, SpellKind] => [spelling(kind), kind]),
  ...bookOf(WORDS),
  ...bookOf(DEFAULT_CODES),
]);

/**
 * What a code means: the employer's own mapping first, then the codes and words that are known everywhere.
 * The cause in words helps where the code says nothing. Null when neither is known.
 */
export const codeReader = (
  own: Readonly<Record<string, SpellKind>>,
): ((code: string, cause: string) => SpellKind | null) => {
  const book = new Map([...KNOWN, ...bookOf(own)]);
  const read = new Map<string, SpellKind | null>();
  const find = (text: string): SpellKind | null => {
    const found = read.get(text);
    if (found !== undefined) return found;
    const kind = book.get(spelling(text)) ?? null;
    if (read.size < 10_000) read.set(text, kind);
    return kind;
  };
  return (code, cause) => (code === '' ? null : find(code)) ?? (cause === '' ? null : find(cause));
};
