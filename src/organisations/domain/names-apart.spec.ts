import { namesApart } from './names-apart.js';

describe('names of units', () => {
  it('say what a unit is part of only where another is called the same', () => {
    const names = namesApart([
      { id: 'root', name: 'Fjordby Kommune', parentId: null },
      { id: 'sun', name: 'Solstrålen', parentId: 'root' },
      { id: 'bow', name: 'Regnbuen', parentId: 'root' },
      { id: 'sun-1', name: 'Stue 1', parentId: 'sun' },
      { id: 'bow-1', name: 'Stue 1', parentId: 'bow' },
      { id: 'bow-2', name: 'Stue 2', parentId: 'bow' },
    ]);
    expect([...names.values()]).toEqual([
      'Fjordby Kommune',
      'Solstrålen',
      'Regnbuen',
      'Stue 1, Solstrålen',
      'Stue 1, Regnbuen',
      'Stue 2',
    ]);
  });

  it('stand alone where nothing known is above', () => {
    const names = namesApart([
      { id: 'a', name: 'Kontor', parentId: null },
      { id: 'b', name: 'Kontor', parentId: 'elsewhere' },
    ]);
    expect([...names.values()]).toEqual(['Kontor', 'Kontor']);
  });
});
