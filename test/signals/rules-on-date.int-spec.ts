import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { systemActor } from '../../src/access/index.js';
import { SignalsService } from '../../src/signals/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { countByDays, dayNumber, dayText, record, type Person, type Row } from './history.js';
import { FIRST_DAY, randomPeople } from './random-history.js';

const REAL = resolve('../shared/data/real-spells');
const actor = systemActor('operator command');

describe('rules on a date', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const tenantWith = async (people: readonly Person[]): Promise<string> => {
    const { tenantId } = await app.make.employer();
    await record(app.doors, tenantId, people);
    return tenantId;
  };
  const onDate = async (tenantId: string, on: string, knownAt?: string) => {
    const known = knownAt === undefined ? undefined : localDate(knownAt);
    const { on: _, ...found } = await app.nest
      .get(SignalsService)
      .onDate(actor, { tenantId, on: localDate(on), knownAt: known });
    return found;
  };

  const row = (first: string, last: string | null, kind = 'own-sickness', more: Partial<Row> = {}): Row => ({
    first: dayNumber(first),
    last: last === null ? null : dayNumber(last),
    kind,
    registered: dayNumber(first),
    superseded: null,
    ...more,
  });
  const employee = (
    number: string,
    rows: readonly Row[],
    from = '2020-01-01',
    to: string | null = null,
  ): Person => [{ number, from: dayNumber(from), to: to === null ? null : dayNumber(to), rows }];

  it.each([
    ['2026-03-02', ['contact-day-1']],
    ['2026-03-03', []],
    ['2026-03-06', ['contact-day-5']],
    ['2026-03-15', ['contact-day-14']],
    ['2026-03-16', ['days-15-in-365']],
    ['2026-03-29', ['contact-day-28', 'days-15-in-365']],
    ['2026-03-30', ['days-15-in-365']],
  ])('finds the contact days of a spell from 2 March 2026 on %s: %j (definitions 1.5)', async (on, rules) => {
    const tenantId = await tenantWith([employee('00007', [row('2026-03-02', null)])]);
    const found = await onDate(tenantId, on);
    expect(
      Object.keys(found.rules)
        .filter((rule) => found.rules[rule]?.length)
        .sort(),
    ).toEqual(rules);
    expect(found).toMatchObject({ employed: 1, absent: 1 });
  });

  it('counts payroll rows that touch as one spell, whatever kind or degree (definitions 1.4)', async () => {
    const rows = [row('2026-02-20', '2026-02-28'), row('2026-03-01', '2026-03-10', 'partial-sickness')];
    const tenantId = await tenantWith([employee('1', rows)]);
    expect((await onDate(tenantId, '2026-03-05')).rules).toMatchObject({
      'contact-day-14': ['1'],
      'contact-day-5': [],
    });
  });

  it('counts rows of employments that touch as one spell of the person (definitions 1.2)', async () => {
    const person: Person = [
      {
        number: 'A',
        from: dayNumber('2020-01-01'),
        to: dayNumber('2026-02-28'),
        rows: [row('2026-02-25', '2026-03-20')],
      },
      { number: 'B', from: dayNumber('2026-03-01'), to: null, rows: [row('2026-03-01', null)] },
    ];
    const tenantId = await tenantWith([person]);
    expect((await onDate(tenantId, '2026-03-10')).rules['contact-day-14']).toEqual(['B']);
  });

  it('clips a spell that runs past the end of its employment (definitions 1.8)', async () => {
    const tenantId = await tenantWith([
      employee('1', [row('2026-03-02', '2026-03-20')], '2020-01-01', '2026-03-10'),
    ]);
    expect(await onDate(tenantId, '2026-03-10')).toMatchObject({ employed: 1, absent: 1 });
    expect(await onDate(tenantId, '2026-03-11')).toMatchObject({ employed: 0, absent: 0 });
  });

  it('looks from (D − 183, D] and [D − 364, D] (definitions 1.6)', async () => {
    const short = ['2026-01-01', '2026-04-01', '2026-07-02'].map((day) => row(day, day));
    const long = [row('2025-07-03', '2025-07-03'), row('2026-03-01', '2026-03-14')];
    const tenantId = await tenantWith([employee('spells', short), employee('days', long)]);
    // 2026-07-02 − 182 = 2026-01-01 is in, a day later it is out; 2026-07-02 − 364 = 2025-07-03 likewise.
    expect((await onDate(tenantId, '2026-07-02')).rules).toMatchObject({
      'spells-3-in-183-days': ['spells'],
      'days-15-in-365': ['days'],
    });
    expect((await onDate(tenantId, '2026-07-03')).rules).toMatchObject({
      'spells-3-in-183-days': [],
      'days-15-in-365': [],
    });
  });

  it('counts no child’s day, pregnancy or work injury in a rule, though the last two make absent (definitions 1.3, 1.7)', async () => {
    const kinds = ['child-first-day', 'pregnancy-related', 'work-injury', 'parental-leave'];
    const tenantId = await tenantWith(
      kinds.map((kind, key) => employee(String(key), [row('2026-03-02', null, kind)])),
    );
    expect(await onDate(tenantId, '2026-03-29')).toMatchObject({ employed: 4, absent: 2 });
    const { rules } = await onDate(tenantId, '2026-03-29');
    expect(Object.values(rules).flat()).toEqual([]);
  });

  it('answers by what was known on a day (definitions 2.2)', async () => {
    const rows = [
      // Said to have begun on the 2nd, corrected on the 12th to the 4th.
      row('2026-03-02', null, 'own-sickness', { superseded: dayNumber('2026-03-12') }),
      row('2026-03-04', null, 'own-sickness', { registered: dayNumber('2026-03-12') }),
    ];
    const tenantId = await tenantWith([employee('1', rows)]);
    expect((await onDate(tenantId, '2026-03-15', '2026-03-11')).rules['contact-day-14']).toEqual(['1']);
    expect((await onDate(tenantId, '2026-03-17', '2026-03-12')).rules['contact-day-14']).toEqual(['1']);
    expect(await onDate(tenantId, '2026-03-02', '2026-03-01')).toMatchObject({ employed: 1, absent: 0 });
  });

  it('agrees with counting day by day on random histories', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomPeople,
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: -10, max: 60 }),
        async (people, days, hindsight) => {
          const tenantId = await tenantWith(people);
          for (const each of days) {
            const on = FIRST_DAY + each;
            const knownAt = on + hindsight;
            expect(await onDate(tenantId, dayText(on))).toEqual(countByDays(people, on));
            expect(await onDate(tenantId, dayText(on), dayText(knownAt))).toEqual(
              countByDays(people, on, knownAt),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  /** The spells as published, without the payroll files that were made from them. */
  const realPeople = (): Person[] => {
    const latin = new TextDecoder('windows-1252');
    const lines = (file: string): string[][] =>
      latin
        .decode(readFileSync(resolve(REAL, file)))
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.replaceAll('"', '').split(/[;,](?!\d\d$)/));
    const iso = (day = ''): number => dayNumber(day.split('-').reverse().join('-'));
    const spells = new Map<number, Row[]>();
    for (const [id = '', start = '', length = ''] of lines('spells.csv').map((cells) => cells)) {
      const first = dayNumber(start);
      const made = {
        first,
        last: first + Number(length) - 1,
        kind: 'own-sickness',
        registered: first,
        superseded: null,
      };
      spells.set(Number(id), [...(spells.get(Number(id)) ?? []), made]);
    }
    return lines('medarbejdere.csv').map(([number = '', , , , from, to]) => [
      { number, from: iso(from), to: to ? iso(to) : null, rows: spells.get(Number(number)) ?? [] },
    ]);
  };

  (existsSync(REAL) ? it : it.skip)(
    'agrees with counting day by day on 5,149 real spells of 379 people',
    async () => {
      const people = realPeople();
      expect(people).toHaveLength(379);
      expect(people.flat().flatMap((job) => job.rows)).toHaveLength(5149);
      const tenantId = await tenantWith(people);
      const days = [
        '1985-03-11',
        '1987-02-02',
        '1989-12-31',
        '1991-10-07',
        '1993-01-18',
        '1995-06-30',
        '1998-02-09',
      ];
      for (const on of days) expect(await onDate(tenantId, on)).toEqual(countByDays(people, dayNumber(on)));
      const some = await onDate(tenantId, '1989-12-31');
      expect(some.rules['spells-3-in-183-days']?.length).toBeGreaterThan(10);
    },
  );
});
