import { systemActor, type Doors } from '../../src/access/index.js';
import type { PartnershipsService } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import type { Factories } from '../factories/factories.js';

/** What it is made in: the application of a test, or the product behind a browser. */
interface Place {
  readonly make: Factories;
  readonly doors: Doors;
  readonly partnerships: PartnershipsService;
}

const operator = systemActor('operator command');
const [TREATED, COMPARISON, PEOPLE] = [6, 8, 12];
const arm = (place: number) => (place < TREATED ? 'in' : 'comparison');

/** Two years before the beginning and two after it: a day of illness here and there, drawn by place and month alone, fewer where the work was done. */
const SPELLS = `
  insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, source_first_on, registered_on, registered_assumed)
  select $1, e.id, 'own-sickness', day, day, 'test', day, day, false
  from (select e.id, t.unit_id, row_number() over (order by e.id) as n from employments e
        join employment_terms t on t.tenant_id = $1 and t.employment_id = e.id where e.tenant_id = $1) e
  cross join generate_series(-24, 23) month
  cross join lateral (select ($3::date + make_interval(months => month))::date + 10 as day) d
  where (e.n * 7919 + (2025 + floor(month / 12.0))::int * 613 + extract(month from day)::int * 104729) % 97
    < case when e.unit_id = any ($2::uuid[]) and month >= 0 then 12 else 24 end`;

/** A municipality in a partnership of two years from a January on; every workplace has twelve employees. */
export const outcomesTown = async (
  { make, doors, partnerships }: Place,
  { year, knownUntil }: { readonly year: number; readonly knownUntil: string },
) => {
  const { tenantId } = await make.employer({ name: 'Havlund Kommune' });
  const units: string[] = [];
  for (let place = 0; place < TREATED + COMPARISON; place += 1) {
    const unitId = await make.unit(tenantId, { name: `Plejecenter ${place}` });
    for (let person = 0; person < PEOPLE; person += 1) await make.employment(tenantId, { unitId });
    units.push(unitId);
  }
  await doors.within(operator, tenantId, async (tx) => {
    await tx.query(SPELLS, [tenantId, units.slice(0, TREATED), `${year}-01-01`]);
    await tx.query('insert into absence_sources (tenant_id, source, known_until) values ($1, $2, $3)', [
      tenantId,
      'test',
      knownUntil,
    ]);
  });
  const id = await partnerships.createPartnership(operator, {
    name: 'Færre sygemeldinger',
    from: localDate(`${year}-01-01`),
    to: localDate(`${year + 1}-12-31`),
    units: units.map((unitId, place) => ({ tenantId, unitId, arm: arm(place) })),
    parties: [
      { role: 'municipality', name: 'Havlund Byråd' },
      { role: 'provider', name: 'Falkeblik' },
      { role: 'insurer', name: 'Havlund Forsikring' },
      { role: 'evaluator', name: 'Måleriet' },
    ],
  });
  return { tenantId, units, id, arm };
};
