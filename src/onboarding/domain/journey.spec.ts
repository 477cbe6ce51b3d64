import { localDate } from '../../shared/local-date.js';
import { chooseProgramme, type ProgrammeScope } from './choose-programme.js';
import { afterMove, beginsOn, responsibleFor, stateOf } from './journey.js';

const day = localDate;
const today = day('2026-03-11');

describe('an introduction begins', () => {
  const fresh = { startsOn: day('2026-03-16'), endsOn: null, earlierUntil: null };

  it.each([
    ['for somebody who comes next week', fresh, true],
    ['for somebody who has just come', { ...fresh, startsOn: day('2026-01-10') }, true],
    ['not for who came more than 60 days ago', { ...fresh, startsOn: day('2026-01-09') }, false],
    ['not yet for who comes in more than 90 days', { ...fresh, startsOn: day('2026-06-10') }, false],
    [
      'not for who has left again',
      { ...fresh, startsOn: day('2026-02-01'), endsOn: day('2026-03-10') },
      false,
    ],
    [
      'not for a second employment beside one that goes on',
      { ...fresh, earlierUntil: 'infinity' as const },
      false,
    ],
    ['not for who was here 183 days before', { ...fresh, earlierUntil: day('2025-09-14') }, false],
    ['for who was here longer ago', { ...fresh, earlierUntil: day('2025-09-13') }, true],
  ])('%s', (_, employment, expected) => {
    expect(beginsOn(employment, today)).toBe(expected);
  });
});

describe('the state of an introduction', () => {
  const running = {
    startsOn: day('2026-03-02'),
    endedOn: null,
    openSteps: 4,
    lastDueOn: day('2026-08-28'),
    onLeave: false,
  };

  it.each([
    ['running', running],
    ['upcoming', { ...running, startsOn: day('2026-03-12') }],
    ['paused', { ...running, onLeave: true }],
    ['completed', { ...running, openSteps: 0 }],
    ['running', { ...running, endedOn: day('2026-03-11') }],
    ['ended', { ...running, endedOn: day('2026-03-10') }],
    ['ended', { ...running, endedOn: day('2026-03-10'), openSteps: 0 }],
  ] as const)('is %s', (expected, standing) => {
    expect(stateOf(standing, today)).toBe(expected);
  });

  // The last step is due on Friday 28 August; four weeks later it is 25 September.
  it.each([
    ['running', '2026-09-25', running],
    ['lapsed', '2026-09-26', running],
    ['lapsed', '2026-09-26', { ...running, onLeave: true }],
    ['completed', '2026-09-26', { ...running, openSteps: 0 }],
    ['ended', '2026-09-26', { ...running, endedOn: day('2026-08-31') }],
    ['running', '2026-09-26', { ...running, lastDueOn: day('2026-08-31') }],
  ] as const)('is %s on %s, four weeks after its last step was due', (expected, on, standing) => {
    expect(stateOf(standing, day(on))).toBe(expected);
  });
});

describe('a move', () => {
  it('takes the buddy along who works in the new unit too, and no other', () => {
    expect(afterMove('new', { personId: 'buddy', unitIds: ['old', 'new'] })).toEqual({
      unitId: 'new',
      buddyPersonId: 'buddy',
    });
    expect(afterMove('new', { personId: 'buddy', unitIds: ['old'] }).buddyPersonId).toBeNull();
    expect(afterMove('new', null).buddyPersonId).toBeNull();
  });
});

describe('who is asked about an overdue step', () => {
  it.each([
    ['leader', true, 'leader'],
    ['buddy', true, 'buddy'],
    ['buddy', false, 'leader'],
    ['hr', false, 'hr'],
    ['employee', true, 'leader'],
    ['amo', true, 'leader'],
  ] as const)('of the %s, with a buddy: %s, is the %s', (who, hasBuddy, expected) => {
    expect(responsibleFor(who, hasBuddy)).toBe(expected);
  });
});

describe('the programme of a post', () => {
  const post = { path: ['centre', 'ward'], jobGroup: 'Sygeplejerske' };
  const everywhere = { id: '1', jobGroups: [], unitId: null };
  const nurses = { id: '2', jobGroups: ['Sygeplejerske'], unitId: null };
  const centre = { id: '3', jobGroups: [], unitId: 'centre' };
  const ward = { id: '4', jobGroups: [], unitId: 'ward' };
  const wardCooks = { id: '5', jobGroups: ['Kok'], unitId: 'ward' };
  const elsewhere = { id: '6', jobGroups: ['Sygeplejerske'], unitId: 'school' };

  it.each([
    ['the general one where there is no other', [everywhere], '1'],
    ['the job group’s before the general one', [everywhere, nurses], '2'],
    ['the unit’s before the job group’s', [nurses, centre], '3'],
    ['the nearest unit’s', [centre, ward, wardCooks], '4'],
    ['the job group’s within one unit', [ward, { ...ward, id: '7', jobGroups: ['Sygeplejerske'] }], '7'],
    [
      'the one made first of two alike',
      [
        { ...ward, id: '9' },
        { ...ward, id: '8' },
      ],
      '8',
    ],
  ])('is %s', (_, programmes, expected) => {
    const found: ProgrammeScope | null = chooseProgramme<ProgrammeScope>(programmes, post);
    expect(found?.id).toBe(expected);
  });

  it('is none where all are for others', () => {
    expect(chooseProgramme<ProgrammeScope>([wardCooks, elsewhere], post)).toBeNull();
  });
});
