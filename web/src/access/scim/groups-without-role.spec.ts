import { groupsWithoutRole } from './groups-without-role';

it('knows which groups no rule names, whatever their letters', () => {
  const groups = [
    { displayName: 'HR', members: 3 },
    { displayName: 'Ledere', members: 40 },
  ];
  expect(groupsWithoutRole({ groups, rules: [{ value: 'hr', role: 'hr-manager' }] })).toEqual(['Ledere']);
  expect(groupsWithoutRole({ groups: [], rules: [] })).toEqual([]);
});
