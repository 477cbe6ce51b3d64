import type { Answers, Instrument, Item } from '../../instruments/domain/instrument.js';

/** Characters of a free text; longer ones are cut off by the page already. */
export const LONGEST_COMMENT = 4000;

type Given = Answers[string];

const takesChoice = (item: Item, value: unknown): boolean =>
  item.choices.some((choice) => choice.value === value);

const fits = (item: Item, given: Given): boolean => {
  switch (item.kind) {
    case 'scale':
    case 'choice':
      return takesChoice(item, given);
    case 'choices':
      return (
        Array.isArray(given) &&
        new Set(given).size === given.length &&
        given.every((value) => takesChoice(item, value))
      );
    case 'number':
      return (
        typeof given === 'number' &&
        Number.isInteger(given) &&
        given >= (item.range?.minimum ?? -1_000_000) &&
        given <= (item.range?.maximum ?? 1_000_000)
      );
    case 'comment':
      return typeof given === 'string' && given.length <= LONGEST_COMMENT;
  }
};

/**
 * The answers of a questionnaire's own items, without those left empty; null where something does not fit: an item that
 * there is not, or a value that cannot be chosen. What is required is left to the page: nobody is made to answer.
 */
export const acceptableAnswers = (
  { items }: Pick<Instrument, 'items'>,
  given: Readonly<Record<string, unknown>>,
): Answers | null => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept: Record<string, Given> = {};
  for (const [id, value] of Object.entries(given)) {
    const item = byId.get(id);
    if (!item) return null;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    if (!fits(item, value as Given)) return null;
    kept[id] = value as Given;
  }
  return kept;
};
