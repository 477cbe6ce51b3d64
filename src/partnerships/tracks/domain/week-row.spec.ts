import { localDate } from '../../../shared/local-date.js';
import { columnsOf, decodeWeekRow, missingColumns } from './week-row.js';

const THIS_WEEK = localDate('2026-03-09');
const HEADER = ['Sagsnr.', 'Uge', 'Ydelse', 'Jobcoach', 'Sagsbehandler', 'Bemærkning'];
const COLUMNS = columnsOf(HEADER);
const read = (...cells: string[]) => decodeWeekRow(cells, COLUMNS, THIS_WEEK);

describe('rows of citizens’ weeks', () => {
  it('finds its columns by their names and looks at no other', () => {
    expect(COLUMNS).toEqual({ caseNumber: 0, week: 1, benefit: 2, coach: 3, caseworker: 4 });
    expect(missingColumns(columnsOf(['Uge', 'Coach']))).toEqual(['caseNumber', 'benefit']);
    expect(missingColumns(columnsOf(['Week', 'Case number', 'Benefit']))).toEqual([]);
  });

  it('reads a row', () => {
    expect(read(' S-1 ', '2026-W10', 'Sygedagpenge', 'MB', 'LK', 'privat')).toEqual({
      caseNumber: 'S-1',
      week: '2026-03-02',
      benefit: 'sickness-benefit',
      coach: 'MB',
      caseworker: 'LK',
    });
  });

  it('leaves out who is not named', () => {
    expect(read('S-1', '2026-W10', 'FØRTIDSPENSION', '', '')).toMatchObject({
      coach: null,
      caseworker: null,
    });
  });

  it.each([
    [['', '2026-W10', 'fleksjob'], 'case-number-missing'],
    [['x'.repeat(61), '2026-W10', 'fleksjob'], 'case-number-too-long'],
    // A day of birth with four digits: whoever it is, it is no case number.
    [['070761-4285', '2026-W10', 'fleksjob'], 'case-number-is-cpr'],
    [['S-1', 'i går', 'fleksjob'], 'week-unreadable'],
    [['S-1', '2026-W12', 'fleksjob'], 'week-to-come'],
    [['S-1', '1999-W12', 'fleksjob'], 'week-too-old'],
    [['S-1', '2026-W10', 'kontanthjælp'], 'benefit-unknown'],
    [['S-1', '2026-W10', 'fleksjob', '070761-4285'], 'worker-unreadable'],
  ])('refuses %j: %s', (cells, fault) => {
    expect(read(...cells)).toBe(fault);
  });

  it('takes ten digits that are no day of birth for a case number', () => {
    expect(read('9912345678', '2026-W10', 'jobafklaringsforløb')).toMatchObject({ caseNumber: '9912345678' });
  });
});
