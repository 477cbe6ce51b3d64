import { formOf, trackMeasures, type FigureForm } from './track-measures.js';

describe('the tracks’ figures', () => {
  it.each<[FigureForm, string[]]>([
    [
      'percent',
      [
        'follow-ups-in-time',
        'returned-13',
        'returned-26',
        'returned-52',
        'same-coach',
        'course-attendance',
        'competence-held',
      ],
    ],
    ['decimal', ['case-length', 'coach-load', 'caseworker-load', 'coach-changes']],
    ['weeks', ['median-weeks']],
  ])('are written as %s where they are no counts', (form, measures) => {
    expect(trackMeasures.filter((measure) => formOf(measure) === form)).toEqual(measures);
  });
});
