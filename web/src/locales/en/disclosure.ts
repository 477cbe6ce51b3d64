export const disclosure = {
  title: 'When figures may be shown',
  intro:
    'Holds for figures to the steering group, payer, investor, observers and employee representative. HR and managers see their own employees. The numbers can be made stricter, never weaker.',
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
  },
};
