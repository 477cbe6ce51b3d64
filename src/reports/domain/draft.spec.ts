import type { AbsenceFact } from '../../absence/index.js';
import { POLICY_LIMITS } from '../../disclosure/index.js';
import { localDate } from '../../shared/local-date.js';
import { draftOf, type Draft, type DraftGrounds } from './draft.js';
import { ReportFacts, type Activity, type ActivityFact } from './facts.js';

const QUARTER = { from: localDate('2026-01-01'), to: localDate('2026-03-31') };
const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01'];
const BEFORE = ['2025-01-01', '2025-02-01', '2025-03-01'];

/** A person of a workplace as the database would number them. */
const numberOf = (workplace: string, person: number): number =>
  [...workplace].reduce((sum, letter) => 128 * sum + letter.charCodeAt(0), 0) * 1000 + person;

/** So many days of a person at a workplace in a month, all in short spells unless told. */
const absent = (
  workplace: string,
  person: number,
  month: string,
  days: number,
  changes: Partial<AbsenceFact> = {},
): AbsenceFact => ({
  workplace,
  month,
  persons: [numberOf(workplace, person)],
  shortDays: [days],
  mediumDays: [0],
  longDays: [0],
  begun: [1],
  ended: [1],
  cutDays: [days],
  grown: [0],
  ...changes,
});

/** The first people of a workplace, two days each in each of these months. */
const twoDays = (workplace: string, people: number, months: readonly string[]): AbsenceFact[] =>
  months.flatMap((month) =>
    Array.from({ length: people }, (_, person) => absent(workplace, person, month, 2)),
  );

interface World {
  /** People of each workplace; those named `x…` are compared with. */
  readonly people: Readonly<Record<string, number>>;
  readonly absence: readonly AbsenceFact[];
  readonly activity?: readonly ActivityFact[];
  readonly employer?: Partial<
    DraftGrounds['employers'] extends ReadonlyMap<string, infer Employer> ? Employer : never
  >;
}

const draft = ({ people, absence, activity = [], employer = {} }: World): Draft => {
  const months = [...BEFORE, ...MONTHS];
  const names = Object.keys(people);
  const facts = new ReportFacts({
    exposure: names.flatMap((workplace) =>
      months.map((month) => ({
        workplace,
        month,
        possibleDays: 20 * (people[workplace] ?? 0),
        fteDays: 30 * (people[workplace] ?? 0),
        employedDays: 30 * (people[workplace] ?? 0),
      })),
    ),
    presence: names.flatMap((workplace) =>
      months.map((month) => ({
        workplace,
        month,
        persons: Array.from({ length: people[workplace] ?? 0 }, (_, person) => numberOf(workplace, person)),
      })),
    ),
    absence,
    activity,
    absenceThen: new Map(),
  });
  const told = {
    recordedFrom: localDate('2024-01-01'),
    liveFrom: localDate('2025-06-01'),
    knownUntil: localDate('2026-05-31'),
  };
  return draftOf({
    terms: {
      id: 'p',
      name: 'Partnerskabet',
      from: localDate('2025-06-01'),
      to: localDate('2028-05-31'),
      parties: ['Fjordby'],
      units: names.map((unitId) => ({
        tenantId: unitId.startsWith('late') ? 'late' : 'town',
        unitId,
        name: unitId,
        employerName: 'Fjordby',
        sector: unitId.startsWith('x') ? 'private' : 'municipal',
        arm: unitId.startsWith('x') ? 'comparison' : 'in',
      })),
    },
    period: QUARTER,
    today: localDate('2026-06-10'),
    facts,
    employers: new Map([
      ['town', { ...told, readAt: '2026-06-10T06:00:00Z', ...employer }],
      ['late', { ...told, recordedFrom: localDate('2025-02-01'), readAt: '2026-06-10T06:00:01Z' }],
    ]),
    limits: POLICY_LIMITS,
    released: [],
  });
};

const figure = ({ content }: Draft, name: string, measure: string) =>
  content.groups
    .find((group) => group.name === name || group.kind === name)
    ?.figures.find((each) => each.measure === measure);

const acts = (workplace: string, counts: Partial<Record<Activity, number>>): ActivityFact[] =>
  Object.entries(counts).map(([activity, count]) => ({
    workplace,
    month: '2026-02-01',
    activity: activity as Activity,
    count,
  }));

describe('a report', () => {
  it('divides as the product does everywhere (definitions 7.1-7.2)', () => {
    const made = draft({ people: { a: 20 }, absence: twoDays('a', 6, MONTHS) });
    // 6 people × 2 days × 3 months over 20 people × 20 working days × 3 months.
    expect(figure(made, 'a', 'absence-rate')?.now).toMatchObject({
      numerator: 36,
      denominator: 1200,
      value: 0.03,
    });
    // 1,800 days of full-time posts over 90 days are 20 posts.
    expect(figure(made, 'a', 'days-per-fte')?.now).toMatchObject({
      numerator: 36,
      denominator: 20,
      value: 1.8,
    });
    expect(figure(made, 'a', 'spells-ended')?.now).toMatchObject({ numerator: 18, denominator: 4.931507 });
  });

  it('compares with the same months a year earlier, where every employer of the group recorded them (definitions 7.3)', () => {
    const absence = [...twoDays('a', 6, MONTHS), ...twoDays('a', 9, BEFORE), ...twoDays('late', 6, MONTHS)];
    const made = draft({ people: { a: 20, late: 20 }, absence });
    expect(figure(made, 'a', 'absence-rate')).toMatchObject({
      yearEarlier: { value: 0.045 },
      change: -0.015,
    });
    expect(figure(made, 'late', 'absence-rate')).toMatchObject({ yearEarlier: null, change: null });
    expect(figure(made, 'partnership', 'absence-rate')).toMatchObject({ yearEarlier: null });
    expect(made.content.comparison).toEqual({ from: '2025-01-01', to: '2025-03-31' });
    expect(made.cells.some((cell) => cell.from.startsWith('2025') && cell.cell !== 'a')).toBe(false);
  });

  it('compares activity only with months in which there could be any', () => {
    const activity = acts('a', { 'cases-opened': 7 });
    const made = draft({ people: { a: 20 }, absence: twoDays('a', 6, MONTHS), activity });
    expect(figure(made, 'a', 'cases-opened')).toMatchObject({ now: { value: 7 }, yearEarlier: null });
    const live = draft({
      people: { a: 20 },
      absence: [],
      activity,
      employer: { liveFrom: localDate('2024-01-01') },
    });
    expect(figure(live, 'a', 'cases-opened')).toMatchObject({ yearEarlier: { value: 0 }, change: 7 });
  });

  it('shows the split by length only where enough people stand behind each length, and never beside hidden days', () => {
    const mixed = (workplace: string, people: number) =>
      Array.from({ length: people }, (_, person) =>
        absent(workplace, person, '2026-01-01', 2, { mediumDays: [3], longDays: [4] }),
      );
    const made = draft({
      people: { a: 20, b: 20, c: 20, d: 8 },
      absence: [...mixed('a', 6), ...mixed('b', 6), ...twoDays('c', 7, MONTHS), ...mixed('d', 5)],
    });
    expect(figure(made, 'd', 'absence-rate')?.now.reason).toBe('too-few-persons');
    expect(figure(made, 'a', 'absence-rate')?.now.reason).toBe('complementary');
    expect(figure(made, 'a', 'long-share')?.now.reason).toBe('dependent');
    expect(figure(made, 'b', 'long-share')?.now).toMatchObject({ numerator: 24, denominator: 54 });
    expect(figure(made, 'c', 'short-share')?.now.reason).toBe('too-few-absent');
  });

  it('shows months only beside their sum, and hides two where one is too few', () => {
    const made = draft({
      people: { a: 20 },
      absence: [...twoDays('a', 6, MONTHS.slice(0, 2)), ...twoDays('a', 3, MONTHS.slice(2))],
    });
    expect(made.content.trend.map(({ now }) => now.reason)).toEqual([
      'complementary',
      null,
      'too-few-absent',
    ]);
    const few = draft({ people: { a: 20 }, absence: twoDays('a', 4, MONTHS) });
    expect(few.content.trend.map(({ now }) => now.reason)).toEqual(['dependent', 'dependent', 'dependent']);
  });

  it('shows a share without its numerator where that alone would print "<5" (definitions 6.2)', () => {
    const activity = acts('a', { 'signals-due': 12, 'signals-in-time': 3 });
    const made = draft({ people: { a: 20 }, absence: [], activity });
    expect(figure(made, 'a', 'contacted-in-time')?.now).toMatchObject({
      value: 0.25,
      numerator: null,
      denominator: 12,
    });
  });

  it('takes the workplaces of a sector together to compare with, and says nothing of what is done there', () => {
    const made = draft({
      people: { a: 20, x1: 6, x2: 7 },
      absence: [...twoDays('a', 6, MONTHS), ...twoDays('x1', 3, MONTHS), ...twoDays('x2', 3, MONTHS)],
    });
    const groups = made.content.groups.map(({ kind, name, sector }) => [kind, name, sector]);
    expect(groups).toEqual([
      ['partnership', 'Partnerskabet', null],
      ['workplace', 'a', 'municipal'],
      ['comparison', '', 'private'],
    ]);
    expect(figure(made, 'comparison', 'absence-rate')?.now).toMatchObject({
      numerator: 36,
      denominator: 780,
    });
    expect(figure(made, 'comparison', 'signals-due')).toBeUndefined();
  });
});
