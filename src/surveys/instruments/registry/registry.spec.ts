import { definitionFaults } from '../domain/definition.js';
import { scoreScale, type Instrument } from '../domain/instrument.js';
import { wordingAdvice } from '../domain/wording-advice.js';
import { PACKS } from './packs.js';
import { findOwn, OWN_INSTRUMENTS } from './registry.js';
import { OTHER_PROTECTED_NAMES, STANDARDS } from './standards.js';

const byName = OWN_INSTRUMENTS.map((instrument): [string, Instrument] => [instrument.id, instrument]);

/** Answers every item with the choice that has the highest score, or the lowest, in the direction of the scale. */
const answersAt = ({ items }: Instrument, best: boolean) =>
  Object.fromEntries(
    items.flatMap(({ id, choices, reversed }) => {
      const scored = choices.filter(({ score }) => score !== null);
      const sorted = scored.toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0));
      const wanted = best !== reversed ? sorted.at(-1) : sorted[0];
      return wanted ? [[id, wanted.value]] : [];
    }),
  );

describe.each(byName)('%s', (_, instrument) => {
  it('can be asked and scored, in both languages', () => expect(definitionFaults(instrument)).toEqual([]));

  it('asks one thing at a time, without negation, briefly', () => {
    const questions = instrument.items.filter(({ kind }) => kind === 'scale');
    expect(questions.flatMap((item) => wordingAdvice(item).map((advice) => [item.id, advice]))).toEqual([]);
  });

  it('offers as many good answers as bad ones on a scale', () => {
    for (const { id, kind, choices } of instrument.items) {
      const scores = choices.map(({ score }) => score).filter((score) => score !== null);
      if (kind !== 'scale') continue;
      expect([id, scores.reduce((sum, score) => sum + score, 0) / scores.length]).toEqual([id, 50]);
    }
  });

  it('scores 100 at best and 0 at worst on every scale', () => {
    for (const scale of instrument.scales) {
      expect([scale.id, scoreScale(instrument, scale, answersAt(instrument, true))]).toEqual([scale.id, 100]);
      expect([scale.id, scoreScale(instrument, scale, answersAt(instrument, false))]).toEqual([scale.id, 0]);
    }
  });

  it('says when: a period stands over every screen of questions', () => {
    const headings = instrument.pages
      .filter(({ itemIds }) =>
        itemIds.some((id) => instrument.items.some((item) => item.id === id && item.kind !== 'comment')),
      )
      .map(({ heading }) => [heading?.da ?? '', heading?.en ?? '']);
    for (const [danish, english] of headings) {
      expect(danish).toMatch(/de seneste|det seneste|siden du begyndte/);
      expect(english).toMatch(/in the last|since you started/);
    }
  });

  it('bears no name of somebody else’s questionnaire', () => {
    const words = JSON.stringify(instrument);
    for (const name of [...STANDARDS.map(({ protectedName }) => protectedName), OTHER_PROTECTED_NAMES]) {
      expect(words).not.toMatch(name);
    }
  });

  it('claims no threshold and no reference value that nobody has measured', () =>
    expect(instrument.scales.flatMap(({ thresholds, references }) => [...thresholds, ...references])).toEqual(
      [],
    ));

  it('warns beside every free text', () =>
    expect(instrument.items.filter(({ kind, hint }) => kind === 'comment' && !hint)).toEqual([]));

  it('uses the same screens on a phone: five questions on one at most', () =>
    expect(instrument.pages.filter(({ itemIds }) => itemIds.length > 5)).toEqual([]));
});

describe('the registry', () => {
  it('asks eight questions in a pulse: one a subject, one on working ill, one on help', () => {
    expect(findOwn('naervaer.pulse')?.items).toHaveLength(8);
    expect(findOwn('naervaer.pulse')?.scales.map(({ itemIds }) => itemIds.length)).toEqual([
      1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it.each(['naervaer.pulse', 'naervaer.wellbeing'])(
    'counts days of working ill in %s, fewer being better',
    (id) => {
      const asked = findOwn(id);
      const [item, scale] = [
        asked?.items.find((each) => each.id === 'presenteeism'),
        asked?.scales.find((each) => each.id === 'presenteeism'),
      ];
      expect(item?.choices.map(({ value, wording }) => [value, wording.en])).toEqual([
        [0, 'None'],
        [1, 'One'],
        [2, 'Two'],
        [3, 'Three'],
        [4, 'Four or more'],
      ]);
      const scores = [0, 1, 2, 3, 4].map(
        (days) => asked && scale && scoreScale(asked, scale, { presenteeism: days }),
      );
      expect(scores).toEqual([100, 75, 50, 25, 0]);
    },
  );

  it.each(['naervaer.pulse', 'naervaer.wellbeing'])(
    'tells how the help was from ten answers on in %s',
    (id) => {
      const help = findOwn(id)?.items.find((each) => each.id === 'help-experience');
      expect(help).toMatchObject({ fewest: 10, required: false });
      // Five is very good, one very bad; nothing to take for who was given none.
      expect(help?.choices.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1]);
    },
  );

  it('covers the five themes of an APV, sickness absence and five kinds of offensive behaviour', () => {
    const scales = findOwn('naervaer.apv')?.scales ?? [];
    expect(scales.filter(({ offensive }) => !offensive).map(({ id }) => id)).toEqual([
      'apv-physical',
      'apv-ergonomic',
      'apv-chemical',
      'apv-accidents',
      'apv-psychosocial',
      'apv-absence',
    ]);
    expect(scales.filter(({ offensive }) => offensive)).toHaveLength(5);
  });

  it('scores offensive behaviour by the share that was spared', () => {
    const apv = findOwn('naervaer.apv');
    const bullying = apv?.scales.find(({ id }) => id === 'offensive-bullying');
    const scoreOf = (value: number) =>
      apv && bullying && scoreScale(apv, bullying, { 'offensive-bullying': value });
    expect([5, 4, 3, 2, 1].map(scoreOf)).toEqual([100, 0, 0, 0, 0]);
  });

  it('has a pack for each of its questionnaires', () =>
    expect(PACKS.map(({ instrumentId }) => findOwn(instrumentId)?.id)).toEqual(
      OWN_INSTRUMENTS.map(({ id }) => id),
    ));

  it('holds no word of a questionnaire that belongs to somebody else', () => {
    for (const { outline } of STANDARDS) {
      const words = outline.items.flatMap(({ wording, choices }) => [
        wording,
        ...choices.map((choice) => choice.wording),
      ]);
      expect(new Set(words.flatMap(({ da, en }) => [da, en]))).toEqual(new Set(words.length > 0 ? [''] : []));
    }
  });

  it('refuses those until the employer has a right of its own', () =>
    expect(STANDARDS.map(({ outline }) => [outline.id, outline.licence.commercialUse])).toEqual([
      ['who-5', 'no'],
      ['copsoq-iii', 'unknown'],
      ['dpq', 'unknown'],
    ]));

  it('scores the five slots of WHO-5 as four times the sum', () => {
    const who5 = STANDARDS[0]?.outline;
    const scale = who5?.scales[0];
    const answers = { 'who5-1': 3, 'who5-2': 3, 'who5-3': 2, 'who5-4': 1, 'who5-5': 1 };
    expect(who5 && scale && scoreScale(who5, scale, answers)).toBe(40);
  });
});
