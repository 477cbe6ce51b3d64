import { decodeProblem, ProblemError, problemOf } from './problem';

describe('decodeProblem', () => {
  it('keeps code, detail and the fields that are at fault', () => {
    const problem = decodeProblem(400, {
      code: 'invalid-input',
      title: 'Bad Request',
      detail: 'firstOn is not a day',
      fields: [{ field: 'firstOn', code: 'isLocalDate', message: 'not a day' }],
    });
    expect(problem).toEqual({
      status: 400,
      code: 'invalid-input',
      title: 'Bad Request',
      detail: 'firstOn is not a day',
      fields: [{ field: 'firstOn', code: 'isLocalDate', message: 'not a day' }],
    });
  });

  it.each([undefined, null, '<html>', 7, { fields: 'no' }])(
    'makes a problem of %p by the status alone',
    (body) => {
      expect(decodeProblem(502, body)).toEqual({
        status: 502,
        code: 'http-502',
        title: 'HTTP 502',
        fields: [],
      });
    },
  );
});

describe('problemOf', () => {
  it('gives back the problem of the API', () => {
    const problem = decodeProblem(404, {});
    expect(problemOf(new ProblemError(problem))).toBe(problem);
  });
  it('calls any other failure no answer', () => {
    expect(problemOf(new TypeError('Failed to fetch')).code).toBe('no-answer');
  });
});
