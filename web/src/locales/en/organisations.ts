import type { Texts } from '../da';

export const organisations: Texts['organisations'] = {
  title: 'Units',
  intro: 'As they are today. Figures of earlier months follow the units as they stood then.',
  tree: 'Organisation',
  none: 'No units yet',
  noneHint: 'Units come with the first file of employees.',
  kinds: { workplace: 'Workplace', department: 'Department', team: 'Team' },
  children: 'Units below',
  history: { title: 'History of the unit', name: 'Name', kind: 'Kind', period: 'Period' },
  people: 'Employees today',
};
