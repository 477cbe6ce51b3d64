import { skillOf } from './skill.js';

describe('the yearly item (definitions 9.7)', () => {
  it('is the share of better and much better among those answering, with the response rate', () => {
    // 60 of 100 invited answered; 18 much better and 30 better of 60 are 80 %.
    expect(skillOf({ invited: 100, answered: 60, counts: [18, 30, 10, 2, 0] })).toEqual({
      response: 0.6,
      answers: 60,
      better: 0.8,
      reason: null,
    });
  });

  it('is not shown below 60 % response, however good', () => {
    expect(skillOf({ invited: 100, answered: 59, counts: [59, 0, 0, 0, 0] })).toEqual({
      response: 0.59,
      answers: null,
      better: null,
      reason: 'low-response',
    });
  });

  it('counts those who answered the item, not those who answered something else', () => {
    expect(skillOf({ invited: 20, answered: 20, counts: [5, 5, 0, 0, 0] })).toMatchObject({
      answers: 10,
      better: 1,
    });
  });

  it.each([
    ['few answered', { invited: 30, answered: 20, counts: null }],
    ['nobody answered the item', { invited: 30, answered: 20, counts: [0, 0, 0, 0, 0] }],
    ['no group was large enough', { invited: 3, answered: null, counts: null }],
  ])('says that it has too few answers where %s', (_, round) => {
    expect(skillOf(round)).toMatchObject({ better: null, reason: 'too-few-answers' });
  });
});
