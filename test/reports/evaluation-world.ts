import { PartnershipsService } from '../../src/partnerships/index.js';
import { systemActor, type HatActor, type Role } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import type { TestApp } from '../harness/app.js';

export const OPERATOR = systemActor('operator command');

export interface Member {
  readonly hat: HatActor;
  readonly agent: Awaited<ReturnType<TestApp['as']>>;
}

/** What each party of the partnership is called, by the role that speaks for it. */
const PARTIES = {
  evaluator: 'VIVE',
  payer: 'Velliv',
  investor: 'Den Sociale Kapitalfond',
  observer: 'FOA',
} as const;

/** A partnership of an employer's workplaces from 2026 on, with a member for every party. */
export const partnershipOf = async (app: TestApp, tenantId: string, units: readonly string[]) => {
  const partnerships = app.nest.get(PartnershipsService);
  const id = await partnerships.createPartnership(OPERATOR, {
    name: 'Nærvær i Fjordby',
    from: localDate('2026-01-01'),
    to: localDate('2028-12-31'),
    units: units.map((unitId) => ({ tenantId, unitId, arm: 'in' })),
    parties: [
      ...Object.entries(PARTIES).map(([role, name]) => ({ role: role as keyof typeof PARTIES, name })),
      { role: 'provider', name: 'Falck' },
    ],
  });
  const member = async (role: Role, party: string): Promise<Member> => {
    const hat = await app.make.hat(role, { partnershipId: id });
    await partnerships.placeMember(OPERATOR, id, { hatId: hat.hatId, party });
    return { hat, agent: await app.as(hat) };
  };
  return {
    id,
    member,
    evaluator: await member('evaluator', PARTIES.evaluator),
    payer: await member('payer', PARTIES.payer),
    investor: await member('investor', PARTIES.investor),
    observer: await member('observer', PARTIES.observer),
    provider: await member('steering-member', 'Falck'),
  };
};

/** So many employees at a workplace, of whom so many are absent for two days of a month, one after the other. */
export const staff = async (
  app: Pick<TestApp, 'make' | 'doors'>,
  tenantId: string,
  {
    name,
    persons,
    absent,
  }: {
    readonly name: string;
    readonly persons: number;
    readonly absent: Readonly<Record<string, number>>;
  },
): Promise<string> => {
  const unitId = await app.make.unit(tenantId, { name });
  await app.doors.within(OPERATOR, tenantId, (tx) =>
    rows(
      tx,
      `with made as (
         insert into people (tenant_id, person_key, name)
         select $1, $2 || '-' || n, 'Person ' || n from generate_series(1, $4::int) n returning id, person_key),
       employed as (
         insert into employments (tenant_id, person_id, employee_number, employed)
         select $1, id, person_key, '[2020-01-01,)' from made returning id, employee_number),
       terms as (
         insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group)
         select $1, id, '[2020-01-01,)', $3, 37, '' from employed)
       insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
       select $1, e.id, 'own-sickness', day, day + 1, 1, 'payroll', day, day, false
       from jsonb_each_text($5) given (month, absent)
       cross join lateral (select (month || '-06')::date as day) d
       join employed e on split_part(e.employee_number, '-', 2)::int <= absent::int`,
      [tenantId, name, unitId, persons, JSON.stringify(absent)],
    ),
  );
  return unitId;
};

export const knownUntil = (app: Pick<TestApp, 'doors'>, tenantId: string, day: string) =>
  app.doors.within(OPERATOR, tenantId, (tx) =>
    tx.query(
      `insert into absence_sources (tenant_id, source, known_until) values ($1, 'payroll', $2)
       on conflict (tenant_id, source) do update set known_until = $2`,
      [tenantId, day],
    ),
  );

/** The rows of a CSV of ours, by its heads. */
export const readRows = (text: string): Record<string, string>[] => {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  const names = head.split(';');
  return lines.map((line) =>
    Object.fromEntries(line.split(';').map((cell, place) => [names[place] ?? '', cell])),
  );
};
