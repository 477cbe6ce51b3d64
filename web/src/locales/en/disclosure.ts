export const disclosure = {
  title: 'When figures may be shown',
  intro:
    'Absence figures: to the steering group, payer, investor, observers and employee representative; HR and managers see their own employees. Answers to surveys: for every reader. The numbers can be made stricter, never weaker.',
  what: 'What a figure needs',
  here: 'Here',
  policy: 'At least',
  change: 'Make stricter',
  save: 'Save',
  bound: 'At least {{value}}.',
  bound_largestShare: 'At most {{value}}.',
  limits: {
    persons: 'People in the group behind an absence figure',
    absentPersons: 'People with absence among them',
    largestShare: 'Largest part of the days with one person',
    count: 'Smallest count that is printed',
    shareBase: 'Smallest number behind a share',
    answers: 'Answers behind a figure of a survey',
    offensive: 'Answers behind figures on offensive behaviour',
    comments: 'Answers of a group before comments are shown',
  },
};
