import type { Answers, Instrument, Item, Page, Wording } from './views';

/** A text in both languages, as SurveyJS wants it: `default` is English. */
interface Localised {
  readonly default: string;
  readonly da: string;
}

interface Element {
  readonly type: 'radiogroup' | 'checkbox' | 'text' | 'comment';
  readonly name: string;
  readonly title: Localised;
  readonly isRequired: boolean;
  readonly [property: string]: unknown;
}

export interface SurveyJson {
  readonly pages: readonly {
    readonly name: string;
    readonly title?: Localised;
    readonly description?: Localised;
    readonly elements: readonly Element[];
  }[];
  readonly [property: string]: unknown;
}

/** What one may write in a free text. */
const LONGEST_TEXT = 1000;

const localised = ({ da, en }: Wording): Localised => ({ default: en, da });

const FREE_TEXT_HINT: Wording = {
  da: 'Skriv ikke navne, og skriv ikke om sygdom hos dig selv eller andre.',
  en: 'Please name nobody, and write nothing about illness, your own or anybody else’s.',
};
const CLEAR: Wording = { da: 'Ryd svaret', en: 'Clear the answer' };
const BACK: Wording = { da: 'Tilbage', en: 'Back' };
const NEXT: Wording = { da: 'Næste', en: 'Next' };
const SEND: Wording = { da: 'Send svar', en: 'Send answers' };
const REQUIRED: Wording = {
  da: 'Svar på spørgsmålet for at gå videre.',
  en: 'Answer the question to go on.',
};

const kindOf = ({
  kind,
  choices,
  range,
}: Item): Pick<Element, 'type'> & Readonly<Record<string, unknown>> => {
  const texts = choices.map(({ value, wording }) => ({ value, text: localised(wording) }));
  switch (kind) {
    case 'scale':
    case 'choice':
      return { type: 'radiogroup', choices: texts, clearText: localised(CLEAR), colCount: 1 };
    case 'choices':
      return { type: 'checkbox', choices: texts, colCount: 1 };
    case 'number':
      return { type: 'text', inputType: 'number', min: range?.minimum, max: range?.maximum, step: 1 };
    case 'comment':
      return { type: 'comment', rows: 4, autoGrow: true, allowResize: false, maxLength: LONGEST_TEXT };
  }
};

const elementOf = (item: Item): Element => {
  const hint = item.hint ?? (item.kind === 'comment' ? FREE_TEXT_HINT : undefined);
  return {
    ...kindOf(item),
    name: item.id,
    title: localised(item.wording),
    isRequired: item.required,
    requiredErrorText: localised(REQUIRED),
    ...(hint ? { description: localised(hint) } : {}),
  };
};

const itemsOn = ({ itemIds }: Page, items: readonly Item[]): Item[] =>
  itemIds.map((id) => items.find((item) => item.id === id)).filter((item) => item !== undefined);

/** The questionnaire as SurveyJS shows it: one block of questions a screen, both languages in it. */
export const surveyJson = ({
  items,
  pages,
  introduction,
}: Pick<Instrument, 'items' | 'pages' | 'introduction'>): SurveyJson => ({
  showTitle: false,
  showQuestionNumbers: 'off',
  questionErrorLocation: 'bottom',
  checkErrorsMode: 'onNextPage',
  textUpdateMode: 'onTyping',
  focusFirstQuestionAutomatic: false,
  autoFocusFirstError: true,
  showProgressBar: false,
  showCompletePage: false,
  clearInvisibleValues: 'none',
  widthMode: 'responsive',
  pagePrevText: localised(BACK),
  pageNextText: localised(NEXT),
  completeText: localised(SEND),
  pages: pages.map((page, at) => ({
    name: `page-${at + 1}`,
    ...(page.heading ? { title: localised(page.heading) } : {}),
    ...(at === 0 && introduction ? { description: localised(introduction) } : {}),
    elements: itemsOn(page, items).map(elementOf),
  })),
});

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

const answerTo = ({ kind }: Item, value: unknown): Answers[string] => {
  if (kind === 'choices') return isNumbers(value) && value.length > 0 ? value : null;
  if (kind === 'comment')
    return typeof value === 'string' && value.trim() !== '' ? value.slice(0, LONGEST_TEXT) : null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

/** What was answered, out of the data that SurveyJS keeps; what was not is left out. */
export const answersOf = (
  { items }: Pick<Instrument, 'items'>,
  data: Readonly<Record<string, unknown>>,
): Answers =>
  Object.fromEntries(
    items
      .map((item) => [item.id, answerTo(item, data[item.id])] as const)
      .filter(([, given]) => given !== null),
  );

/** How much is answered, and where one is. */
export interface Progress {
  readonly page: number;
  readonly pages: number;
  readonly answered: number;
  readonly questions: number;
}

export const progressOf = (
  { items, pages }: Pick<Instrument, 'items' | 'pages'>,
  answers: Answers,
  page: number,
): Progress => ({
  page: page + 1,
  pages: pages.length,
  answered: items.filter(({ id }) => answers[id] !== undefined && answers[id] !== null).length,
  questions: items.length,
});

export const progressText = ({ page, pages }: Progress, language: keyof Wording): string =>
  language === 'da' ? `Skærm ${page} af ${pages}` : `Screen ${page} of ${pages}`;
