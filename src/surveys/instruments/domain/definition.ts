import type { Instrument, Item, Scale, Wording } from './instrument.js';

export const DEFINITION_FAULTS = [
  'wording-missing',
  'wording-too-long',
  'id-malformed',
  'id-twice',
  'choices-missing',
  'choices-not-for-kind',
  'choice-value-twice',
  'score-out-of-range',
  'source-missing',
  'range-missing',
  'items-missing',
  'item-unknown',
  'item-not-scored',
  'item-twice',
  'item-on-no-page',
  'page-empty',
  'minimum-answered',
  'minimum-difference',
  'offensive-not-marked',
] as const;

/** What keeps a definition from being used: `field` is the path in it, such as `items.2.wording.en`. */
export interface DefinitionFault {
  readonly field: string;
  readonly code: (typeof DEFINITION_FAULTS)[number];
}

const LONGEST = 400;
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const TAKES_CHOICES: readonly Item['kind'][] = ['scale', 'choice', 'choices'];

const fault = (field: string, code: DefinitionFault['code'], holds: boolean): DefinitionFault[] =>
  holds ? [{ field, code }] : [];

const repeated = <T>(values: readonly T[]): number[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));

const wordingFaults = (field: string, wording: Wording | null | undefined): DefinitionFault[] => {
  if (!wording) return [];
  return (['da', 'en'] as const).flatMap((language) => [
    ...fault(`${field}.${language}`, 'wording-missing', wording[language].trim() === ''),
    ...fault(`${field}.${language}`, 'wording-too-long', wording[language].length > LONGEST),
  ]);
};

const choiceFaults = (field: string, item: Item): DefinitionFault[] => {
  if (!TAKES_CHOICES.includes(item.kind)) {
    return fault(`${field}.choices`, 'choices-not-for-kind', item.choices.length > 0);
  }
  return [
    ...fault(`${field}.choices`, 'choices-missing', item.choices.length < 2),
    ...repeated(item.choices.map(({ value }) => value)).map((at): DefinitionFault => ({
      field: `${field}.choices.${at}`,
      code: 'choice-value-twice',
    })),
    ...item.choices.flatMap(({ wording, score }, at) => [
      ...wordingFaults(`${field}.choices.${at}.wording`, wording),
      ...fault(
        `${field}.choices.${at}.score`,
        'score-out-of-range',
        score !== null && !(score >= 0 && score <= 100),
      ),
    ]),
  ];
};

const itemFaults = (item: Item, at: number): DefinitionFault[] => {
  const field = `items.${at}`;
  const { range } = item;
  return [
    ...fault(`${field}.id`, 'id-malformed', !ID.test(item.id)),
    ...wordingFaults(`${field}.wording`, item.wording),
    ...wordingFaults(`${field}.hint`, item.hint),
    ...choiceFaults(field, item),
    ...fault(
      `${field}.range`,
      'range-missing',
      item.kind === 'number' && !(range && range.minimum < range.maximum),
    ),
  ];
};

const isScored = ({ kind, choices }: Item): boolean =>
  (kind === 'scale' || kind === 'choice') && new Set(choices.map(({ score }) => score)).size >= 2;

const scaleItemFaults = (field: string, scale: Scale, items: readonly Item[]): DefinitionFault[] => [
  ...fault(field, 'items-missing', scale.itemIds.length === 0),
  ...repeated(scale.itemIds).map((at): DefinitionFault => ({ field: `${field}.${at}`, code: 'item-twice' })),
  ...scale.itemIds.flatMap((id, at) => {
    const item = items.find((each) => each.id === id);
    return [
      ...fault(`${field}.${at}`, 'item-unknown', !item),
      ...fault(`${field}.${at}`, 'item-not-scored', item !== undefined && !isScored(item)),
      ...fault(`${field}.${at}`, 'offensive-not-marked', item?.offensive === true && !scale.offensive),
    ];
  }),
];

const scaleFaults = (scale: Scale, at: number, items: readonly Item[]): DefinitionFault[] => {
  const field = `scales.${at}`;
  const { minimumAnswered, minimumDifference } = scale;
  const fits =
    Number.isInteger(minimumAnswered) && minimumAnswered >= 1 && minimumAnswered <= scale.itemIds.length;
  return [
    ...fault(`${field}.id`, 'id-malformed', !ID.test(scale.id)),
    ...wordingFaults(`${field}.name`, scale.name),
    ...wordingFaults(`${field}.measures`, scale.measures),
    ...wordingFaults(`${field}.minimumDifferenceBasis`, scale.minimumDifferenceBasis),
    ...scaleItemFaults(`${field}.itemIds`, scale, items),
    ...fault(`${field}.minimumAnswered`, 'minimum-answered', scale.itemIds.length > 0 && !fits),
    ...fault(
      `${field}.minimumDifference`,
      'minimum-difference',
      !(minimumDifference > 0 && minimumDifference <= 100),
    ),
    ...scale.thresholds.flatMap(({ meaning, score, source }, n) => [
      ...wordingFaults(`${field}.thresholds.${n}.meaning`, meaning),
      ...fault(`${field}.thresholds.${n}.score`, 'score-out-of-range', !(score >= 0 && score <= 100)),
      ...fault(`${field}.thresholds.${n}.source`, 'source-missing', source.trim() === ''),
    ]),
    ...scale.references.flatMap(({ population, mean, source }, n) => [
      ...wordingFaults(`${field}.references.${n}.population`, population),
      ...fault(`${field}.references.${n}.mean`, 'score-out-of-range', !(mean >= 0 && mean <= 100)),
      ...fault(`${field}.references.${n}.source`, 'source-missing', source.trim() === ''),
    ]),
  ];
};

const pageFaults = ({ pages, items }: Instrument): DefinitionFault[] => {
  const shown = pages.flatMap(({ itemIds }) => itemIds);
  return [
    ...pages.flatMap(({ heading, itemIds }, at) => [
      ...wordingFaults(`pages.${at}.heading`, heading),
      ...fault(`pages.${at}`, 'page-empty', itemIds.length === 0),
      ...fault(
        `pages.${at}`,
        'item-unknown',
        itemIds.some((id) => !items.some((item) => item.id === id)),
      ),
    ]),
    ...fault('pages', 'item-twice', repeated(shown).length > 0),
    ...items.flatMap(({ id }, at) => fault(`items.${at}`, 'item-on-no-page', !shown.includes(id))),
  ];
};

/** Everything that is wrong with a definition; none: it can be asked, read in both languages, and scored. */
export const definitionFaults = (instrument: Instrument): DefinitionFault[] => [
  ...wordingFaults('name', instrument.name),
  ...wordingFaults('introduction', instrument.introduction),
  ...fault('items', 'items-missing', instrument.items.length === 0),
  ...repeated(instrument.items.map(({ id }) => id)).map((at): DefinitionFault => ({
    field: `items.${at}.id`,
    code: 'id-twice',
  })),
  ...repeated(instrument.scales.map(({ id }) => id)).map((at): DefinitionFault => ({
    field: `scales.${at}.id`,
    code: 'id-twice',
  })),
  ...instrument.items.flatMap(itemFaults),
  ...instrument.scales.flatMap((scale, at) => scaleFaults(scale, at, instrument.items)),
  ...pageFaults(instrument),
];
