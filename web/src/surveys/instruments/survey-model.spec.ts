import { APV } from '../../../../src/surveys/instruments/registry/apv';
import { OWN_INSTRUMENTS } from '../../../../src/surveys/instruments/registry/registry';
import { PULSE } from '../../../../src/surveys/instruments/registry/wellbeing';
import { answersOf, progressOf, progressText, surveyJson } from './survey-model';
import type { Instrument } from './views';

/** As the API sends it. */
const sent = (instrument: (typeof OWN_INSTRUMENTS)[number]): Instrument =>
  JSON.parse(JSON.stringify(instrument)) as Instrument;
const pulse = sent(PULSE);
const apv = sent(APV);

describe('a questionnaire as SurveyJS shows it', () => {
  it.each(OWN_INSTRUMENTS.map((each) => [each.id, sent(each)] as const))(
    'has every question of %s once, a block a screen, in both languages',
    (_, instrument) => {
      const { pages } = surveyJson(instrument);
      expect(pages.map(({ elements }) => elements.map(({ name }) => name))).toEqual(
        instrument.pages.map(({ itemIds }) => itemIds),
      );
      for (const { title } of pages.flatMap(({ elements }) => elements)) {
        expect(title.da).not.toBe('');
        expect(title.default).not.toBe('');
      }
    },
  );

  it('says before the first question what to think of, and over each block when', () => {
    const [first, second] = surveyJson(pulse).pages;
    expect(first).toMatchObject({
      title: { da: 'Dine opgaver de seneste to uger', default: 'Your tasks in the last two weeks' },
      description: { da: expect.stringContaining('springe') },
    });
    expect(second).not.toHaveProperty('description');
  });

  it('shows each kind by what is usual for it', () => {
    const elements = surveyJson(apv).pages.flatMap((page) => page.elements);
    const typeOf = (name: string) => elements.find((element) => element.name === name)?.type;
    expect([
      typeOf('physical-noise'),
      typeOf('offensive-bullying'),
      typeOf('offensive-from'),
      typeOf('apv-words'),
    ]).toEqual(['radiogroup', 'radiogroup', 'checkbox', 'comment']);
    const number = {
      id: 'years',
      kind: 'number' as const,
      wording: { da: 'Hvor mange?', en: 'How many?' },
      choices: [],
      range: { minimum: 0, maximum: 60 },
      reversed: false,
      required: true,
    };
    const own = { items: [number], pages: [{ heading: null, itemIds: ['years'] }], introduction: null };
    expect(surveyJson(own).pages[0]?.elements[0]).toMatchObject({
      type: 'text',
      inputType: 'number',
      min: 0,
      max: 60,
      isRequired: true,
    });
  });

  it('warns beside free text, also where whoever wrote the question did not', () => {
    const bare = { ...apv, items: apv.items.map(({ hint: _, ...item }) => item) };
    const words = surveyJson(bare).pages.at(-1)?.elements[0];
    expect(words).toMatchObject({
      description: { da: expect.stringContaining('ikke navne') },
      maxLength: 1000,
    });
  });
});

describe('what was answered', () => {
  it('is values, lists of values, numbers and texts; the rest is left out', () => {
    const data = {
      'physical-noise': 3,
      'physical-light': '4',
      'offensive-from': [1, 4],
      'absence-which': [],
      'apv-words': '  ',
      'physical-air': null,
      unknown: 7,
    };
    expect(answersOf(apv, data)).toEqual({
      'physical-noise': 3,
      'physical-light': 4,
      'offensive-from': [1, 4],
    });
  });

  it('tells how far one is', () => {
    const progress = progressOf(pulse, { 'workload-fit': 3, 'role-tasks': null }, 1);
    expect(progress).toEqual({ page: 2, pages: 5, answered: 1, questions: 8 });
    expect([progressText(progress, 'da'), progressText(progress, 'en')]).toEqual([
      'Skærm 2 af 5',
      'Screen 2 of 5',
    ]);
  });
});
