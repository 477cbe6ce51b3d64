import { unitChoices } from './unit-choices';

describe('unitChoices', () => {
  it('groups by employer and sets deeper units in', () => {
    const team = { id: 't', name: 'Aftenteam', kind: 'team' as const, children: [] };
    const home = { id: 'h', name: 'Hjemmeplejen', kind: 'workplace' as const, children: [team] };
    const tree = {
      on: '2026-11-22',
      employers: [{ id: 'e', name: 'Kommunen', units: [home] }],
      abilities: [],
    };
    expect(unitChoices(tree)).toEqual([
      {
        group: 'Kommunen',
        items: [
          { value: 'h', label: 'Hjemmeplejen' },
          { value: 't', label: '\u2003Aftenteam' },
        ],
      },
    ]);
  });
});
