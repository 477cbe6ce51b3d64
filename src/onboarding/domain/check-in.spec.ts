import { localDate } from '../../shared/local-date.js';
import {
  areAnswers,
  CHECK_IN_CHOICES,
  CHECK_IN_QUESTIONS,
  CHECK_IN_THEMES,
  checkInState,
  scoreOf,
} from './check-in.js';

/** Words of health, strain, mood and leaving, in both languages. */
const NEVER =
  /helbred|syg|sund|stress|belast|pres|træt|søvn|smerte|krop|psyk|trives|trivsel|humør|glad|ked|bekymr|utryg|føle|fravær|opsig|forlade|blive her|søge andet|health|sick|ill\b|strain|pressure|tired|sleep|pain|body|mental|mood|happy|sad|worr|feel|wellbeing|well-being|absen|leave|quit|resign|stay here/i;

describe('the questions of a named check-in', () => {
  const wordings = [...CHECK_IN_QUESTIONS.map(({ wording }) => wording), ...CHECK_IN_CHOICES];

  it('ask about the introduction, every theme of it and nothing else', () => {
    expect(new Set(CHECK_IN_QUESTIONS.map(({ theme }) => theme))).toEqual(new Set(CHECK_IN_THEMES));
  });

  it.each(wordings)('never touch health, strain, mood or leaving: $da', ({ da, en }) => {
    expect(NEVER.exec(`${da} ${en}`)).toBeNull();
    expect(da).not.toBe('');
    expect(en).not.toBe('');
  });

  it('would notice such a word', () => {
    expect(NEVER.test('Jeg føler mig presset')).toBe(true);
    expect(NEVER.test('I often think of leaving / to leave')).toBe(true);
  });
});

describe('the score of a check-in', () => {
  const all = (value: number | null) =>
    Object.fromEntries(CHECK_IN_QUESTIONS.map(({ id }) => [id, value] as const));

  it('runs from 0 to 100', () => {
    expect(scoreOf(all(0))).toBe(0);
    expect(scoreOf(all(4))).toBe(100);
  });

  it('is the mean of what was answered: 4, 3 and 2 of 4 are 75', () => {
    expect(scoreOf({ 'own-tasks': 4, 'shown-tasks': 3, tools: 2, role: null })).toBe(75);
  });

  it('is none where fewer than half were answered', () => {
    expect(scoreOf({ 'own-tasks': 4, role: 4 })).toBeNull();
    expect(scoreOf(all(null))).toBeNull();
  });

  it('takes answers to these questions only, each a choice or none', () => {
    expect(areAnswers({ role: 4, buddy: null })).toBe(true);
    expect(areAnswers({ role: 5 })).toBe(false);
    expect(areAnswers({ role: 1.5 })).toBe(false);
    expect(areAnswers({ role: 'godt' })).toBe(false);
    expect(areAnswers({ mood: 1 })).toBe(false);
  });
});

describe('a check-in due on 2026-03-06, the next one on 2026-03-31', () => {
  const asked = { dueOn: localDate('2026-03-06'), answeredOn: null };
  const next = localDate('2026-03-31');

  it.each([
    ['2026-03-05', 'coming'],
    ['2026-03-06', 'open'],
    ['2026-03-30', 'open'],
    ['2026-03-31', 'missed'],
  ] as const)('is on %s %s', (today, state) => {
    expect(checkInState(asked, next, localDate(today))).toBe(state);
  });

  it('stays open when it is the last, and is answered once it is', () => {
    expect(checkInState(asked, null, localDate('2026-08-01'))).toBe('open');
    expect(checkInState({ ...asked, answeredOn: next }, next, localDate('2026-08-01'))).toBe('answered');
  });
});
