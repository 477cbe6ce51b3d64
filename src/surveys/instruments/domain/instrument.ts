/** What is read by people, in both languages. */
export interface Wording {
  readonly da: string;
  readonly en: string;
}

export interface Choice {
  readonly value: number;
  readonly wording: Wording;
  /** 0 to 100 in the direction of the item's words; null does not count ("not relevant"). */
  readonly score: number | null;
}

/** `scale` and `choice` take one of their choices, `choices` any of them, `number` a whole number, `comment` free text. */
export const ITEM_KINDS = ['scale', 'choice', 'choices', 'number', 'comment'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly wording: Wording;
  /** Help under the question. */
  readonly hint?: Wording;
  readonly choices: readonly Choice[];
  /** Of kind `number`. */
  readonly range?: Range;
  /** Whether a high score of the item is a low one of its scale. */
  readonly reversed: boolean;
  readonly required: boolean;
  /** Bullying, harassment, threats, violence: shown for larger groups only. */
  readonly offensive?: true;
  /** Shown from so many answers on, where the output policy asks for fewer: only some answer, and colleagues know who. */
  readonly fewest?: number;
}

/** A line that the source of the scale draws. */
export interface Threshold {
  readonly score: number;
  readonly side: 'at-or-below' | 'at-or-above';
  readonly meaning: Wording;
  readonly source: string;
}

export interface Reference {
  readonly population: Wording;
  readonly mean: number;
  readonly source: string;
}

export interface Scale {
  readonly id: string;
  readonly name: Wording;
  /** What it measures, in a sentence. */
  readonly measures: Wording;
  readonly itemIds: readonly string[];
  /** With fewer items answered a respondent has no score. */
  readonly minimumAnswered: number;
  readonly higherIsBetter: boolean;
  /** The smallest change of a mean, in points of 0 to 100, that matters (definitions 8.6). */
  readonly minimumDifference: number;
  /** The source of `minimumDifference`, or why that number. */
  readonly minimumDifferenceBasis: Wording;
  readonly thresholds: readonly Threshold[];
  readonly references: readonly Reference[];
  readonly offensive?: true;
}

export const COMMERCIAL_USES = ['yes', 'no', 'unknown'] as const;
export type CommercialUse = (typeof COMMERCIAL_USES)[number];

export interface Licence {
  readonly holder: string;
  readonly terms: Wording;
  readonly commercialUse: CommercialUse;
  /** The local date on which the terms were read. */
  readonly checkedOn: string;
  readonly source: string;
}

/** What is asked on one screen. */
export interface Page {
  readonly heading: Wording | null;
  readonly itemIds: readonly string[];
}

/** A questionnaire with its scoring. A round freezes the whole of it at opening. */
export interface Instrument {
  /** `naervaer.pulse`, `employer.<uuid>` */
  readonly id: string;
  readonly version: number;
  readonly name: Wording;
  /** Read before the first question. */
  readonly introduction: Wording | null;
  readonly licence: Licence;
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
  readonly pages: readonly Page[];
}

/** By item id; the values of the choices taken, a number or a text. Null or absent: not answered. */
export type Answers = Readonly<Record<string, number | readonly number[] | string | null>>;

const itemScore = (item: Item, answers: Answers): number | null => {
  const score = item.choices.find(({ value }) => value === answers[item.id])?.score ?? null;
  return score !== null && item.reversed ? 100 - score : score;
};

/** The scores, 0 to 100 in the direction of the scale, of the items of it that were answered with a choice that counts. */
export const answeredScores = (
  instrument: Pick<Instrument, 'items'>,
  scale: Pick<Scale, 'itemIds'>,
  answers: Answers,
): readonly number[] =>
  instrument.items
    .filter(({ id }) => scale.itemIds.includes(id))
    .map((item) => itemScore(item, answers))
    .filter((score) => score !== null);

/** A respondent's score on a scale, 0 to 100: the mean of the items answered; null where too few are. */
export const scoreScale = (
  instrument: Pick<Instrument, 'items'>,
  scale: Pick<Scale, 'itemIds' | 'minimumAnswered'>,
  answers: Answers,
): number | null => {
  const scores = answeredScores(instrument, scale, answers);
  if (scores.length === 0 || scores.length < scale.minimumAnswered) return null;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
};
