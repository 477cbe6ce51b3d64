import { systemActor, type Doors } from '../../src/access/index.js';
import { SICKNESS_KINDS } from '../../src/absence/index.js';

/** Days are whole numbers here, counted from 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const dayText = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

export interface Row {
  readonly first: number;
  readonly last: number | null;
  readonly kind: string;
  readonly registered: number;
  /** When it was corrected or deleted; null while it stands. */
  readonly superseded: number | null;
}
export interface Job {
  readonly number: string;
  readonly from: number;
  readonly to: number | null;
  readonly rows: readonly Row[];
}
/** A person's employments with their rows, also those that no longer stand. */
export type Person = readonly Job[];

export interface Found {
  employed: number;
  absent: number;
  rules: Record<string, string[]>;
}

const covers = (from: number, to: number | null, day: number): boolean =>
  from <= day && (to === null || day <= to);

/** The days on which rows of some kinds and employments lie, one by one. */
const daysOf = (person: Person, until: number, wanted: (row: Row) => boolean): Set<number> => {
  const days = new Set<number>();
  for (const job of person) {
    for (const row of job.rows.filter(wanted)) {
      for (let day = row.first; day <= Math.min(row.last ?? until, until); day += 1) {
        if (covers(job.from, job.to, day)) days.add(day);
      }
    }
  }
  return days;
};

const countOf = (from: number, to: number, met: (day: number) => boolean): number => {
  let count = 0;
  for (let day = from; day <= to; day += 1) if (met(day)) count += 1;
  return count;
};

/** The number that a person stands under: the first as text of those in force. */
const numberOf = (person: Person, on: number): string =>
  person
    .filter((job) => covers(job.from, job.to, on))
    .map((job) => job.number)
    .sort()[0] ?? '';

/**
 * The rules of definitions 1.1-1.9 by counting days one at a time, in no way as the product does it: a spell is a run of
 * days of which each follows the one before.
 */
export const countByDays = (people: readonly Person[], on: number, knownAt: number | null = null): Found => {
  const known = (row: Row): boolean =>
    knownAt === null
      ? row.superseded === null
      : row.registered <= knownAt && (row.superseded === null || row.superseded > knownAt);
  const sick = (row: Row): boolean => known(row) && SICKNESS_KINDS.some((kind) => kind === row.kind);
  const counted = (row: Row): boolean =>
    known(row) && ['own-sickness', 'partial-sickness'].includes(row.kind);
  const names = [
    'spells-3-in-183-days',
    'days-15-in-365',
    'contact-day-1',
    'contact-day-5',
    'contact-day-14',
    'contact-day-28',
  ];
  const found: Found = { employed: 0, absent: 0, rules: Object.fromEntries(names.map((name) => [name, []])) };
  const add = (rule: string, number: string): void => void found.rules[rule]?.push(number);

  for (const person of people) {
    if (!person.some((job) => covers(job.from, job.to, on))) continue;
    found.employed += 1;
    if (daysOf(person, on, sick).has(on)) found.absent += 1;
    const days = daysOf(person, on, counted);
    const number = numberOf(person, on);
    const begins = countOf(on - 182, on, (day) => days.has(day) && !days.has(day - 1));
    if (begins >= 3) add('spells-3-in-183-days', number);
    if (countOf(on - 364, on, (day) => days.has(day)) >= 15) add('days-15-in-365', number);
    let run = 0;
    while (days.has(on - run)) run += 1;
    add(`contact-day-${run}`, number);
  }
  for (const numbers of Object.values(found.rules)) numbers.sort();
  return found;
};

const flatten = (people: readonly Person[]) =>
  people.flatMap((person, key) =>
    person.flatMap((job, place) => job.rows.map((row) => ({ ...row, employment: `${key}.${place}` }))),
  );

/** Writes a history straight into the tables, in a few statements whatever its size. */
export const record = async (
  doors: Doors,
  tenantId: string,
  people: readonly Person[],
  unitId: string | null = null,
): Promise<void> => {
  const jobs = people.flatMap((person, key) =>
    person.map((job, place) => ({ key: String(key), place: `${key}.${place}`, ...job })),
  );
  const rows = flatten(people).map((row, index) => ({
    ...row,
    index: String(index),
    first: dayText(row.first),
    last: row.last === null ? null : dayText(row.last),
    registered: dayText(row.registered),
    superseded: row.superseded === null ? null : dayText(row.superseded),
  }));
  const employed = (job: (typeof jobs)[number]): string =>
    `[${dayText(job.from)},${job.to === null ? ')' : `${dayText(job.to)}]`}`;
  await doors.within(systemActor('operator command'), tenantId, async (tx) => {
    await tx.query(
      `insert into people (tenant_id, person_key, name) select $1, key, key from unnest($2::text[]) as key`,
      [tenantId, people.map((_, key) => String(key))],
    );
    await tx.query(
      `insert into employments (tenant_id, person_id, employee_number, employed)
       select $1, people.id, number, employed::daterange
       from unnest($2::text[], $3::text[], $4::text[]) as job (key, number, employed)
       join people on people.tenant_id = $1 and person_key = key`,
      [tenantId, jobs.map((job) => job.key), jobs.map((job) => job.number), jobs.map(employed)],
    );
    await tx.query(
      `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours)
       select $1, id, employed, $2::uuid, 37 from employments where tenant_id = $1 and $2::uuid is not null on conflict do nothing`,
      [tenantId, unitId],
    );
    const employmentOf = new Map(jobs.map((job) => [job.place, job.number]));
    const input = JSON.stringify(rows.map((row) => ({ ...row, number: employmentOf.get(row.employment) })));
    const given = `jsonb_to_recordset($2::jsonb) as row (number text, index text, first date, last date, kind text, registered date, superseded date)
       join employments on employments.tenant_id = $1 and employee_number = row.number`;
    await tx.query(
      `insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, source_code, source_first_on, registered_on, registered_assumed)
       select $1, employments.id, kind, first, last, 'test', index, first, registered, false from ${given} where superseded is null`,
      [tenantId, input],
    );
    await tx.query(
      `insert into spell_versions (tenant_id, spell_id, version, employment_id, kind, first_on, last_on, degree, source, source_code,
         source_first_on, registered_on, registered_assumed, received_at, corrected_by_hand, superseded_registered_on, change)
       select $1, uuidv7(), 1, employments.id, kind, first, last, 1, 'test', index, first, registered, false, now(), false, superseded, 'deleted'
       from ${given} where superseded is not null`,
      [tenantId, input],
    );
  });
};
