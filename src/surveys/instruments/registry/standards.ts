import type { Choice, Instrument, Item, Scale, Wording } from '../domain/instrument.js';
import { say } from './parts.js';

/** The words are the holder's: an employer with a right of its own writes them in. */
const BLANK: Wording = { da: '', en: '' };

const blankChoices = (scores: readonly number[]): Choice[] =>
  scores.map((score, value) => ({ value, wording: BLANK, score }));

const slot = (id: string, choices: readonly Choice[]): Item => ({
  id,
  kind: 'scale',
  wording: BLANK,
  choices,
  reversed: false,
  required: false,
});

const WHO5_REVIEW = 'Topp, Østergaard, Søndergaard, Bech (2015), Psychother Psychosom 84:167-176';
const WHO5_SLOTS = [1, 2, 3, 4, 5].map((at) => `who5-${at}`);

const WHO5: Instrument = {
  id: 'who-5',
  version: 1,
  name: say('WHO-5', 'WHO-5'),
  introduction: null,
  licence: {
    holder: 'World Health Organization',
    terms: say(
      'CC BY-NC-SA 3.0 IGO (WHO-UCN-MSD-MHE-2024.01): må ikke bruges kommercielt. Ældre udsagn om fri brug er fra før denne udgave.',
      'CC BY-NC-SA 3.0 IGO (WHO-UCN-MSD-MHE-2024.01): not for commercial use. Statements of free use are older than this edition.',
    ),
    commercialUse: 'no',
    checkedOn: '2026-11-22',
    source: 'WHO-UCN-MSD-MHE-2024.01',
  },
  items: WHO5_SLOTS.map((id) => slot(id, blankChoices([0, 20, 40, 60, 80, 100]))),
  scales: [
    {
      id: 'who5',
      name: say('WHO-5', 'WHO-5'),
      measures: say('Trivsel de seneste to uger.', 'Well-being in the last two weeks.'),
      itemIds: WHO5_SLOTS,
      minimumAnswered: 4,
      higherIsBetter: true,
      minimumDifference: 10,
      minimumDifferenceBasis: say(
        `En ændring på 10 point regnes for betydende: ${WHO5_REVIEW}.`,
        `A change of 10 points is held to matter: ${WHO5_REVIEW}.`,
      ),
      thresholds: [
        {
          score: 50,
          side: 'at-or-below',
          meaning: say('Se nærmere på trivslen', 'Look closer at well-being'),
          source: WHO5_REVIEW,
        },
        {
          score: 35,
          side: 'at-or-below',
          meaning: say('Dansk praksis: stor risiko', 'Danish practice: high risk'),
          source: 'Dansk anvendelse af WHO-5 (etf.dk, WHO-5)',
        },
      ],
      references: [
        { population: say('En rask befolkning', 'A healthy population'), mean: 68, source: 'etf.dk, WHO-5' },
      ],
    },
  ],
  pages: [{ heading: null, itemIds: WHO5_SLOTS }],
};

const COPSOQ_PAPER = 'Burr et al. (2019), Saf Health Work 10:482-503, table 2';
const FIVE = blankChoices([100, 75, 50, 25, 0]);

/** Dimension, number of questions in the middle version, whether more is better. */
const COPSOQ_DIMENSIONS: readonly (readonly [string, Wording, number, boolean])[] = [
  ['qd', say('Kvantitative krav', 'Quantitative demands'), 3, false],
  ['wp', say('Arbejdstempo', 'Work pace'), 2, false],
  ['ed', say('Følelsesmæssige krav', 'Emotional demands'), 3, false],
  ['he', say('Krav om at skjule følelser', 'Demands for hiding emotions'), 3, false],
  ['in', say('Indflydelse i arbejdet', 'Influence at work'), 4, true],
  ['pd', say('Udviklingsmuligheder', 'Possibilities for development'), 3, true],
  ['ct', say('Kontrol over arbejdstid', 'Control over working time'), 4, true],
  ['mw', say('Mening i arbejdet', 'Meaning of work'), 2, true],
  ['pr', say('Forudsigelighed', 'Predictability'), 2, true],
  ['re', say('Anerkendelse', 'Recognition'), 1, true],
  ['cl', say('Rolleklarhed', 'Role clarity'), 3, true],
  ['co', say('Rollekonflikter', 'Role conflicts'), 2, false],
  ['it', say('Unødvendige opgaver', 'Illegitimate tasks'), 1, false],
];
const slotsOf = (dimension: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `copsoq-${dimension}-${at + 1}`);

const copsoqScale = ([id, name, count, higherIsBetter]: (typeof COPSOQ_DIMENSIONS)[number]): Scale => ({
  id: `copsoq-${id}`,
  name,
  measures: say(`${count} spørgsmål i mellemversionen.`, `${count} questions in the middle version.`),
  itemIds: slotsOf(id, count),
  minimumAnswered: Math.ceil(count / 2),
  higherIsBetter,
  minimumDifference: 10,
  minimumDifferenceBasis: say(
    'Skemaet har ingen fast grænse. Vi har valgt 10 point: to ud af fem flytter sig ét svartrin.',
    'The questionnaire draws no line. We chose 10 points: two in five moving by one answer.',
  ),
  thresholds: [],
  references: [],
});

const COPSOQ: Instrument = {
  id: 'copsoq-iii',
  version: 1,
  name: say('COPSOQ III, mellemversion', 'COPSOQ III, middle version'),
  introduction: null,
  licence: {
    holder: 'COPSOQ International Network',
    terms: say(
      'CC BY-NC-ND 4.0. Kommerciel brug er tilladt, når retningslinjerne følges, og der ikke tages betaling for selve skemaet. Ændrede udgaver må ikke hedde COPSOQ. Kontakt det nationale hold først.',
      'CC BY-NC-ND 4.0. Commercial use is allowed if the guidelines are followed and no fee is taken for the questionnaire itself. Altered versions may not be called COPSOQ. Ask the national team first.',
    ),
    commercialUse: 'unknown',
    checkedOn: '2026-11-22',
    source: `copsoq-network.org/licence; ${COPSOQ_PAPER}`,
  },
  items: COPSOQ_DIMENSIONS.flatMap(([id, , count]) => slotsOf(id, count).map((each) => slot(each, FIVE))),
  scales: COPSOQ_DIMENSIONS.map(copsoqScale),
  pages: COPSOQ_DIMENSIONS.map(([id, , count]) => ({ heading: null, itemIds: slotsOf(id, count) })),
};

/** Five overall subjects; the holder's form has 87 questions, grouped as the employer's copy of it says. */
const DPQ: Instrument = {
  id: 'dpq',
  version: 1,
  name: say('DPQ Arbejdspladsskema', 'DPQ workplace form'),
  introduction: null,
  licence: {
    holder: 'Det Nationale Forskningscenter for Arbejdsmiljø (NFA)',
    terms: say(
      'Må frit hentes og bruges af arbejdspladser. Om det også gælder inde i et betalt system, er uafklaret: spørg NFA.',
      'Workplaces may download and use it freely. Whether that holds inside a paid system is not settled: ask NFA.',
    ),
    commercialUse: 'unknown',
    checkedOn: '2026-11-22',
    source: 'nfa.dk, DPQ Arbejdspladsskema (2020)',
  },
  items: [],
  scales: [],
  pages: [],
};

export interface Standard {
  readonly outline: Instrument;
  /** Questions of the holder's form. */
  readonly slots: number;
  /** The points of its answers, in the order of the form. */
  readonly scores: readonly number[];
  /** Whether an employer adds the holder's scales itself, because the outline leaves them open. */
  readonly open: boolean;
  /** Words of its name that nothing else may bear. */
  readonly protectedName: RegExp;
  readonly about: Wording;
}

export const STANDARDS: readonly Standard[] = [
  {
    outline: WHO5,
    slots: 5,
    scores: [0, 20, 40, 60, 80, 100],
    open: false,
    protectedName: /\bWHO\W?5\b/i,
    about: say(
      'Fem spørgsmål, 0 til 5 point hver; summen ganges med 4. Mangler ét svar, træder middeltallet af de fire andre i stedet. Spørg højst hver anden uge: skemaet ser to uger tilbage.',
      'Five questions of 0 to 5 points each; the sum times 4. One missing answer is taken as the mean of the other four. Ask every other week at most: the form looks two weeks back.',
    ),
  },
  {
    outline: COPSOQ,
    slots: COPSOQ.items.length,
    scores: [100, 75, 50, 25, 0],
    open: true,
    protectedName: /\bCOPSOQ\b/i,
    about: say(
      'Svar giver 100, 75, 50, 25 eller 0 point; en skala er middeltallet, når mindst halvdelen er besvaret. Her er de dimensioner, hvis antal spørgsmål er læst i kilden; tilføj de øvrige fra jeres eget eksemplar.',
      'Answers give 100, 75, 50, 25 or 0 points; a scale is their mean when at least half are answered. Here are the dimensions whose number of questions was read in the source; add the others from your own copy.',
    ),
  },
  {
    outline: DPQ,
    slots: 87,
    scores: [100, 75, 50, 25, 0],
    open: true,
    protectedName: /\b(DPQ|Dansk Psykosocialt Spørgeskema|Danish Psychosocial Questionnaire)\b/i,
    about: say(
      '87 spørgsmål i fem overordnede emner. NFA har udgivet nationale referencetal (2020); skriv dem ind fra jeres eget eksemplar. En skala er middeltallet af svar fra 0 til 100.',
      '87 questions in five overall subjects. NFA has published national reference values (2020); write them in from your own copy. A scale is the mean of answers from 0 to 100.',
    ),
  },
];

/** Names of other people’s questionnaires that our registry does not hold: still never over words of one's own. */
export const OTHER_PROTECTED_NAMES =
  /\b(UWES|CBI|Copenhagen Burnout Inventory|Work Ability (Score|Index)|e?NPS)\b/i;
