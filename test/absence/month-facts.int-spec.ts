import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { factsStatement } from '../../src/absence/fact-statement.queries.js';
import { refreshFacts } from '../../src/absence/month-facts.queries.js';
import type { SpellKind } from '../../src/absence/index.js';
import { systemActor } from '../../src/access/index.js';
import { rows, type Tx } from '../../src/platform/database/rows.js';
import { addDays, firstOfMonth, localDate, type LocalDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { naiveFacts, type NaiveEmployment, type NaiveFact, type NaiveSpell } from './naive-facts.js';

const TODAY = localDate('2025-06-17');
const START = localDate('2025-01-06');
const KINDS: SpellKind[] = [
  'own-sickness',
  'partial-sickness',
  'work-injury',
  'pregnancy-related',
  'section-56',
];

type Fact = NaiveFact & { readonly unitId: string; readonly month: string; readonly absenceDays: number };
const COLUMNS = `unit_id as "unitId", month::text, employed_at_end as "employedAtEnd", employed_days as "employedDays",
  fte_days as "fteDays", possible_days as "possibleDays", absence_days as "absenceDays", short_days as "shortDays",
  medium_days as "mediumDays", long_days as "longDays", injury_days as "injuryDays", spells_begun as begun,
  spells_ended as ended, ended_calendar_days as "endedCalendarDays"`;

const drawnSpell = fc.record({
  gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 25 })),
  length: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 })),
  kind: fc.constantFrom(...KINDS),
  degree: fc.constantFrom(1, 1, 0.5, 0.333),
});
const drawnEmployment = fc.record({
  starts: fc.integer({ min: -40, max: 60 }),
  lasts: fc.option(fc.integer({ min: 1, max: 160 })),
  moves: fc.option(fc.integer({ min: 1, max: 90 })),
  hours: fc.constantFrom(37, 32.5, 20),
  units: fc.tuple(fc.nat(2), fc.nat(2)),
  spells: fc.array(drawnSpell, { maxLength: 6 }),
  running: fc.boolean(),
  /** The same person, from the day after the employment before. */
  follows: fc.boolean(),
});
type Drawn = typeof drawnEmployment extends fc.Arbitrary<infer T> ? T : never;

const spellsFrom = (drawn: Drawn, from: LocalDate): NaiveSpell[] => {
  let next = from;
  return drawn.spells.map(({ gap, length, kind, degree }, index) => {
    const first = addDays(next, gap);
    next = addDays(first, length);
    const running = drawn.running && index === drawn.spells.length - 1;
    return { from: first, to: running ? null : addDays(next, -1), kind, degree };
  });
};

const employmentFrom = (
  drawn: Drawn,
  units: readonly string[],
  before?: NaiveEmployment,
): NaiveEmployment => {
  const follows = drawn.follows && before?.to ? before : null;
  const from = follows?.to ? addDays(follows.to, 1) : addDays(START, drawn.starts);
  const to = drawn.lasts === null ? null : addDays(from, drawn.lasts);
  const unit = (index: number): string => units[index] ?? '';
  const movesOn = drawn.moves === null ? null : addDays(from, drawn.moves);
  const moves = movesOn !== null && (to === null || movesOn <= to) ? movesOn : null;
  const terms = [
    { from, to: moves === null ? to : addDays(moves, -1), unitId: unit(drawn.units[0]), hours: drawn.hours },
    ...(moves === null ? [] : [{ from: moves, to, unitId: unit(drawn.units[1]), hours: 30 }]),
  ];
  const spells = spellsFrom(drawn, from).filter((spell) => to === null || spell.from <= to);
  return { id: randomUUID(), personId: follows?.personId ?? randomUUID(), from, to, terms, spells };
};
const employmentsFrom = (drawn: readonly Drawn[], units: readonly string[]): NaiveEmployment[] =>
  drawn.reduce<NaiveEmployment[]>((all, one) => [...all, employmentFrom(one, units, all.at(-1))], []);

const store = async (tx: Tx, tenantId: string, employments: readonly NaiveEmployment[]): Promise<void> => {
  const data = JSON.stringify(employments);
  const read = `jsonb_to_recordset($2::jsonb) as e (id uuid, "personId" uuid, "from" date, "to" date, terms jsonb, spells jsonb)`;
  await tx.query(
    `insert into people (tenant_id, id, person_key, name)
     select distinct $1::uuid, "personId", "personId"::text, 'P' from ${read}`,
    [tenantId, data],
  );
  await tx.query(
    `insert into employments (tenant_id, id, person_id, employee_number, employed)
     select $1, id, "personId", id::text, daterange("from", "to", '[]') from ${read}`,
    [tenantId, data],
  );
  await tx.query(
    `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours)
     select $1, id, daterange(t."from", t."to", '[]'), t."unitId", t.hours
     from ${read}, jsonb_to_recordset(terms) as t ("from" date, "to" date, "unitId" uuid, hours numeric)`,
    [tenantId, data],
  );
  await tx.query(
    `insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
     select $1, id, s.kind, s."from", s."to", s.degree, 'payroll', s."from", s."from", false
     from ${read}, jsonb_to_recordset(spells) as s ("from" date, "to" date, kind text, degree numeric)`,
    [tenantId, data],
  );
};

const compare = (facts: readonly Fact[], expected: ReadonlyMap<string, NaiveFact>): void => {
  expect(new Set(facts.map((fact) => `${fact.unitId} ${fact.month}`))).toEqual(new Set(expected.keys()));
  for (const { unitId, month, absenceDays, ...fact } of facts) {
    const naive = expected.get(`${unitId} ${month}`);
    for (const [name, value] of Object.entries<number>(fact)) {
      const difference = Math.abs(value - (naive?.[name as keyof NaiveFact] ?? 0));
      // Stored with four decimals.
      expect({ unitId, month, name, value, equal: difference < 0.0002 }).toMatchObject({ equal: true });
    }
    expect(absenceDays).toBeCloseTo(fact.shortDays + fact.mediumDays + fact.longDays, 3);
  }
};

describe('month facts', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const newFirm = async () => {
    const { tenantId } = await app.make.employer();
    const units = [
      await app.make.unit(tenantId),
      await app.make.unit(tenantId),
      await app.make.unit(tenantId),
    ];
    return { tenantId, units };
  };

  it('equal a count day by day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawnEmployment, { minLength: 1, maxLength: 5 }), async (drawn) => {
        const { tenantId, units } = await newFirm();
        const employments = employmentsFrom(drawn, units);
        const first = employments.flatMap((one) => one.spells.map((spell) => spell.from)).sort()[0];
        await app.doors.within(systemActor('operator command'), tenantId, async (tx) => {
          await store(tx, tenantId, employments);
          await refreshFacts(tx, tenantId, TODAY);
          const facts = await rows<Fact>(tx, `select ${COLUMNS} from month_facts where tenant_id = $1`, [
            tenantId,
          ]);
          const window = first && { from: firstOfMonth(first), to: localDate('2025-05-31') };
          compare(facts, window ? naiveFacts(employments, window, TODAY) : new Map());
        });
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('come out the same for one period whatever its first and last day', async () => {
    const { tenantId, units } = await newFirm();
    const drawn = fc.sample(drawnEmployment, { numRuns: 8, seed: 7 });
    const employments = employmentsFrom(drawn, units);
    const period = { from: localDate('2025-02-11'), to: localDate('2025-04-19') };
    await app.doors.within(systemActor('operator command'), tenantId, async (tx) => {
      await store(tx, tenantId, employments);
      const statement = factsStatement({ bucket: 'period', someUnits: true });
      const facts = await rows<Fact>(tx, `select ${COLUMNS} from (${statement}) facts`, [
        tenantId,
        period.from,
        period.to,
        TODAY,
        units,
      ]);
      expect(facts.length).toBeGreaterThan(0);
      const months = [...naiveFacts(employments, period, TODAY)];
      for (const fact of facts) {
        const mine = months.filter(([key]) => key.startsWith(fact.unitId)).map(([, naive]) => naive);
        const sum = (name: keyof NaiveFact): number => mine.reduce((total, naive) => total + naive[name], 0);
        expect(fact.absenceDays).toBeCloseTo(sum('shortDays') + sum('mediumDays') + sum('longDays'), 3);
        expect(fact.possibleDays).toBeCloseTo(sum('possibleDays'), 3);
        expect([fact.begun, fact.ended, fact.endedCalendarDays, fact.employedDays]).toEqual([
          sum('begun'),
          sum('ended'),
          sum('endedCalendarDays'),
          sum('employedDays'),
        ]);
      }
    });
  });
});
