import { COUNTED_KINDS, dstCauseOf, kindAtDegree, MEASURED_KINDS, SICKNESS_KINDS } from './kinds.js';

describe('kinds of absence', () => {
  it.each([
    ['own-sickness', 1100],
    ['partial-sickness', 1100],
    ['section-56', 1100],
    ['section-56-partial', 1100],
    ['pregnancy-related', 1100],
    ['child-first-day', 1200],
    ['child-second-day', 1200],
    ['work-injury', 1300],
    ['parental-leave', 1400],
    ['other', null],
  ] as const)('counts %s under cause %s of Danmarks Statistik', (kind, cause) => {
    expect(dstCauseOf(kind)).toBe(cause);
  });

  it('measures cause 1100, with work injury apart', () => {
    expect(MEASURED_KINDS).toEqual([
      'own-sickness',
      'partial-sickness',
      'section-56',
      'section-56-partial',
      'pregnancy-related',
    ]);
  });

  it('never counts pregnancy or work injury in individual rules unasked (definitions 1.3)', () => {
    expect(COUNTED_KINDS).toEqual(['own-sickness', 'partial-sickness']);
    expect(SICKNESS_KINDS).toContain('work-injury');
  });

  it.each([
    ['own-sickness', 0.5, 'partial-sickness'],
    ['partial-sickness', 1, 'own-sickness'],
    ['section-56', 0.4, 'section-56-partial'],
    ['section-56-partial', 0.2, 'section-56-partial'],
    ['work-injury', 0.5, 'work-injury'],
    ['pregnancy-related', 0.5, 'pregnancy-related'],
  ] as const)('calls %s at degree %s %s', (kind, degree, at) => {
    expect(kindAtDegree(kind, degree)).toBe(at);
  });
});
