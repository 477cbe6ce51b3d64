import type { Choice, Definition, Item, ItemKind, Page, Scale, Wording } from '../views';

const BLANK: Wording = { da: '', en: '' };

/** The answers that are used most, from the highest score down. */
export const ANSWER_SETS = {
  frequency: ['Altid/Always', 'Ofte/Often', 'Af og til/Now and then', 'Sjældent/Seldom', 'Aldrig/Never'],
  extent: [
    'I meget høj grad/To a very high degree',
    'I høj grad/To a high degree',
    'I nogen grad/To some degree',
    'I lav grad/To a low degree',
    'I meget lav grad/To a very low degree',
  ],
  yesNo: ['Ja/Yes', 'Nej/No'],
  blank: ['/', '/', '/'],
} as const;
export type AnswerSet = keyof typeof ANSWER_SETS;

const wordingOf = (text: string): Wording => {
  const [da = '', en = ''] = text.split('/');
  return { da, en };
};

export const choicesOf = (set: AnswerSet): Choice[] => {
  const texts = ANSWER_SETS[set];
  return texts.map((text, at) => ({
    value: texts.length - at,
    wording: wordingOf(text),
    score: Math.round(100 - (100 * at) / (texts.length - 1)),
  }));
};

const freeId = (prefix: string, taken: readonly string[]): string => {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
};

const itemOf = (id: string, kind: ItemKind): Item => ({
  id,
  kind,
  wording: BLANK,
  choices:
    kind === 'scale'
      ? choicesOf('frequency')
      : kind === 'choice' || kind === 'choices'
        ? choicesOf('blank')
        : [],
  ...(kind === 'number' ? { range: { minimum: 0, maximum: 100 } } : {}),
  reversed: false,
  required: false,
});

/** A new question at the end of the last screen. */
export const addItem = (draft: Definition, kind: ItemKind): Definition => {
  const item = itemOf(
    freeId(
      'q',
      draft.items.map(({ id }) => id),
    ),
    kind,
  );
  const pages = draft.pages.length === 0 ? [{ heading: null, itemIds: [] }] : draft.pages;
  return {
    ...draft,
    items: [...draft.items, item],
    pages: pages.map((page, at) =>
      at === pages.length - 1 ? { ...page, itemIds: [...page.itemIds, item.id] } : page,
    ),
  };
};

export const updateItem = (draft: Definition, id: string, change: Partial<Item>): Definition => ({
  ...draft,
  items: draft.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});

/** A question goes from its screen and its scales too; the least that must be answered follows. */
export const removeItem = (draft: Definition, id: string): Definition => ({
  ...draft,
  items: draft.items.filter((item) => item.id !== id),
  pages: draft.pages.map((page) => ({ ...page, itemIds: page.itemIds.filter((each) => each !== id) })),
  scales: draft.scales.map((scale) =>
    withItems(
      scale,
      scale.itemIds.filter((each) => each !== id),
    ),
  ),
});

/** What a scale of so many questions is: half of them must be answered. */
export const withItems = (scale: Scale, itemIds: string[]): Scale => ({
  ...scale,
  itemIds,
  minimumAnswered: Math.max(1, Math.ceil(itemIds.length / 2)),
});

/** One place up or down; from the edge of a screen on to the next one. */
export const moveItem = (draft: Definition, id: string, by: -1 | 1): Definition => {
  const at = draft.pages.findIndex(({ itemIds }) => itemIds.includes(id));
  const page = draft.pages[at];
  if (!page) return draft;
  const place = page.itemIds.indexOf(id);
  const without = page.itemIds.filter((each) => each !== id);
  const put = (pages: Record<number, string[]>): Definition => ({
    ...draft,
    pages: draft.pages.map((each, number) => ({ ...each, itemIds: pages[number] ?? each.itemIds })),
  });
  const target = place + by;
  if (target >= 0 && target < page.itemIds.length) return put({ [at]: without.toSpliced(target, 0, id) });
  const next = draft.pages[at + by];
  if (!next) return draft;
  return put({ [at]: without, [at + by]: by < 0 ? [...next.itemIds, id] : [id, ...next.itemIds] });
};

export const addPage = (draft: Definition): Definition => ({
  ...draft,
  pages: [...draft.pages, { heading: null, itemIds: [] }],
});

export const updatePage = (draft: Definition, at: number, change: Partial<Page>): Definition => ({
  ...draft,
  pages: draft.pages.map((page, number) => (number === at ? { ...page, ...change } : page)),
});

/** The questions of a screen that goes away stand on the one before it. */
export const removePage = (draft: Definition, at: number): Definition => {
  const orphans = draft.pages[at]?.itemIds ?? [];
  const pages = draft.pages.filter((_, number) => number !== at);
  const heir = Math.max(0, at - 1);
  return {
    ...draft,
    pages: pages.map((page, number) =>
      number === heir
        ? { ...page, itemIds: at === 0 ? [...orphans, ...page.itemIds] : [...page.itemIds, ...orphans] }
        : page,
    ),
  };
};

const OWN_DIFFERENCE: Wording = {
  da: 'Eget valg: 10 point svarer til, at to ud af fem flytter sig ét af fem svartrin.',
  en: 'Our own choice: 10 points are what two in five moving by one of five answers amount to.',
};

export const addScale = (draft: Definition): Definition => ({
  ...draft,
  scales: [
    ...draft.scales,
    {
      id: freeId(
        'scale',
        draft.scales.map(({ id }) => id),
      ),
      name: BLANK,
      measures: BLANK,
      itemIds: [],
      minimumAnswered: 1,
      higherIsBetter: true,
      minimumDifference: 10,
      minimumDifferenceBasis: OWN_DIFFERENCE,
      thresholds: [],
      references: [],
    },
  ],
});

export const updateScale = (draft: Definition, id: string, change: Partial<Scale>): Definition => ({
  ...draft,
  scales: draft.scales.map((scale) => (scale.id === id ? { ...scale, ...change } : scale)),
});

export const removeScale = (draft: Definition, id: string): Definition => ({
  ...draft,
  scales: draft.scales.filter((scale) => scale.id !== id),
});

/** Empty texts that may be left out are left out, in both languages at once. */
export const orNone = (wording: Wording): Wording | null =>
  wording.da.trim() === '' && wording.en.trim() === '' ? null : wording;

/** Where a fault is: `items.2.wording.en` is the third question, in English. */
export const faultPlace = (
  field: string,
): {
  readonly part: 'items' | 'scales' | 'pages' | 'whole';
  readonly number: number;
  readonly language: 'da' | 'en' | null;
} => {
  const [part, number] = field.split('.');
  const language = field.endsWith('.da') ? 'da' : field.endsWith('.en') ? 'en' : null;
  if ((part === 'items' || part === 'scales' || part === 'pages') && number !== undefined)
    return { part, number: Number(number) + 1, language };
  return { part: 'whole', number: 0, language };
};
