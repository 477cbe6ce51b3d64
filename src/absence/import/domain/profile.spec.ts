import { localDate } from '../../../shared/local-date.js';
import { mappingForFile, windowOf } from './profile.js';

describe('a profile', () => {
  it('says how a file is read, whatever the case of its columns', () => {
    const mapping = {
      columns: { employeeNumber: 'Lønnr.', from: 'Start', to: 'Slut' },
      codes: { S: 'own-sickness' },
    } as const;
    expect(mappingForFile('absences', ['LØNNR', 'start', 'Stop'], { mapping })).toEqual({
      columns: { employeeNumber: 'LØNNR', from: 'start', to: 'Slut' },
      codes: { S: 'own-sickness' },
    });
  });

  it('is guessed where there is none', () => {
    expect(mappingForFile('absences', ['Tjenestenr', 'Fra'], null)).toEqual({
      columns: { employeeNumber: 'Tjenestenr', from: 'Fra' },
      codes: {},
    });
  });

  it('of snapshots reaches whole months back', () => {
    expect(windowOf(null, localDate('2026-03-31'))).toBeNull();
    expect(windowOf(1, localDate('2026-03-31'))).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(windowOf(12, localDate('2026-03-15'))).toEqual({ from: '2025-04-01', to: '2026-03-15' });
  });
});
