import { answersJudge } from './survey-judge.js';

const judge = answersJudge({ minimum: 20, kind: 'share' });
const of = (...counts: number[]) => ({ answers: counts.reduce((sum, count) => sum + count, 0), counts });

describe('answersJudge', () => {
  it.each([
    [of(0, 0), 'nothing'],
    [of(9, 10), 'too-few-answers'],
    [of(10, 10), null],
    [of(20, 0), 'unanimous'],
    [of(0, 39), 'unanimous'],
    [of(0, 40), null],
    [of(1, 38), null],
  ])('%j: %s', (sum, reason) => {
    expect(judge.alone(sum)).toBe(reason);
  });

  it('holds what is left to the same, and to ten between two shares', () => {
    const five = answersJudge({ minimum: 5, kind: 'share' });
    expect(five.restTells(of(0, 0))).toBe(false);
    expect(five.restTells(of(4, 5))).toBe(true);
    expect(five.restTells(of(5, 5))).toBe(false);
    expect(judge.restTells(of(0, 25))).toBe(true);
    expect(answersJudge({ minimum: 5, kind: 'mean' }).restTells({ answers: 5, counts: [] })).toBe(false);
  });
});
