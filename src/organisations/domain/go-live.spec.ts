import { localDate } from '../../shared/local-date.js';
import { earliestLiveDay, faultsOf, missingOf, stateOf, type GoLiveRecord } from './go-live.js';

const day = localDate;
const today = day('2026-11-22');

const nothing: GoLiveRecord = {
  dpiaApprovedBy: null,
  dpiaApprovedOn: null,
  worksCouncilOn: null,
  minutesReference: null,
  informedText: null,
  informedOn: null,
  noticeDays: 42,
  recipients: null,
  retention: null,
  liveFrom: null,
};
const complete: GoLiveRecord = {
  dpiaApprovedBy: 'Direktør Ane Holm',
  dpiaApprovedOn: day('2026-08-20'),
  worksCouncilOn: day('2026-09-01'),
  minutesReference: 'Hoved-MED 2026/17, punkt 4',
  informedText: 'Vi ser på sygefravær for at kunne hjælpe tidligt.',
  informedOn: day('2026-10-01'),
  noticeDays: 42,
  recipients: 'Nærmeste leder og fastholdelseskonsulenten',
  retention: 'To år efter fratrædelse',
  liveFrom: day('2026-11-12'),
};
const codes = (record: GoLiveRecord, told: GoLiveRecord | null = null) =>
  faultsOf(record, told, today).map(({ field, code }) => `${field}: ${code}`);

describe('going live (definitions 4.7)', () => {
  it('needs 42 days after the employees were informed, unless set otherwise', () => {
    // 1 October + 42 days = 12 November.
    expect(earliestLiveDay(complete)).toBe('2026-11-12');
    expect(codes(complete)).toEqual([]);
    expect(codes({ ...complete, liveFrom: day('2026-11-11') })).toEqual(['liveFrom: notice-runs']);
    expect(codes({ ...complete, liveFrom: day('2026-11-11'), noticeDays: 41 })).toEqual([]);
  });

  it('names everything that is missing', () => {
    expect(missingOf({ ...complete, recipients: '  ', informedOn: null })).toEqual([
      'informedOn',
      'recipients',
    ]);
    expect(codes({ ...complete, minutesReference: null })).toEqual(['minutesReference: required']);
    expect(codes({ ...nothing, liveFrom: today })).toHaveLength(8);
  });

  it('lets a draft be incomplete', () => {
    expect(codes({ ...nothing, dpiaApprovedBy: 'Direktør Ane Holm' })).toEqual([]);
  });

  it('records nothing before it has happened', () => {
    expect(codes({ ...nothing, worksCouncilOn: day('2026-11-23') })).toEqual([
      'worksCouncilOn: in-the-future',
    ]);
  });

  it('repeats the notice when who is told changes', () => {
    const widened = { ...complete, recipients: 'Også HR' };
    expect(codes(widened, complete)).toEqual(['informedOn: notice-repeats']);
    const informed = { ...widened, informedOn: day('2026-11-20'), liveFrom: day('2027-01-01') };
    expect(codes(informed, complete)).toEqual([]);
    // A draft goes dark at once, and may say anything.
    expect(codes({ ...widened, liveFrom: null }, complete)).toEqual([]);
  });

  it.each([
    ['2026-11-11', 'notice-running'],
    ['2026-11-12', 'live'],
  ])('is on %s %s', (on, state) => {
    expect(stateOf(complete, day(on))).toBe(state);
    expect(stateOf(nothing, day(on))).toBe('not-ready');
  });
});
