import { localDate } from '../../shared/local-date.js';
import { measureFault, type AgreedMeasure } from './measure.js';

const TODAY = localDate('2026-03-16');
const AGREED: AgreedMeasure = {
  agreedOn: localDate('2026-03-02'),
  dueOn: localDate('2026-04-01'),
  status: 'agreed',
  settledOn: null,
};
const faultOf = (change: Partial<AgreedMeasure>): string | null => {
  const fault = measureFault({ ...AGREED, ...change }, TODAY);
  return fault && `${fault.field} ${fault.code}`;
};

describe('a measure agreed for a unit', () => {
  it.each<[Partial<AgreedMeasure>, string | null]>([
    [{}, null],
    [{ dueOn: null }, null],
    [{ dueOn: AGREED.agreedOn }, null],
    [{ status: 'done', settledOn: TODAY }, null],
    [{ status: 'dropped', settledOn: AGREED.agreedOn }, null],
    [{ agreedOn: localDate('2026-03-17') }, 'agreedOn in-the-future'],
    [{ dueOn: localDate('2026-03-01') }, 'dueOn reversed-dates'],
    [{ status: 'done' }, 'settledOn required'],
    [{ status: 'dropped' }, 'settledOn required'],
    [{ settledOn: TODAY }, 'settledOn not-settled'],
    [{ status: 'done', settledOn: localDate('2026-03-17') }, 'settledOn in-the-future'],
    [{ status: 'done', settledOn: localDate('2026-03-01') }, 'settledOn reversed-dates'],
  ])('%j: %s', (change, wanted) => {
    expect(faultOf(change)).toBe(wanted);
  });
});
