import { systemActor } from '../../src/access/index.js';
import {
  BaselinesService,
  hashOfVersion,
  PartnershipsService,
  type ContractContent,
} from '../../src/partnerships/index.js';
import { row, rows, type Tx } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { contractContent } from '../factories/settlement.js';
import type { TestApp } from '../harness/app.js';

const operator = systemActor('test');
const [TREATED, COMPARISON, PEOPLE] = [6, 8, 12];

/** One-day spells of everybody from 2023 to 2026, some fewer where the work was done, drawn by place and month alone. */
const SPELLS = `
  insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, source_first_on, registered_on, registered_assumed)
  select $1, e.id, 'own-sickness', day, day, 'test', day, day, false
  from (select e.id, t.unit_id, row_number() over (order by e.id) as n from employments e
        join employment_terms t on t.tenant_id = $1 and t.employment_id = e.id where e.tenant_id = $1) e
  cross join generate_series('2023-01-01'::date, '2026-12-01', interval '1 month') month
  cross join lateral (select month::date + 10 as day) d
  where (e.n * 7919 + extract(year from month)::int * 613 + extract(month from month)::int * 104729) % 97
    < case when e.unit_id = any ($2::uuid[]) and month >= '2025-01-01' then 12 else 24 end`;

/** A municipality's partnership with an agreed contract from 2025 to 2026, its baseline frozen, and one hat a party. */
export const outcomesWorld = async (app: TestApp) => {
  app.clock.set('2027-03-15');
  const { tenantId } = await app.make.employer({ name: 'Havlund Kommune' });
  const units: string[] = [];
  for (let place = 0; place < TREATED + COMPARISON; place += 1) {
    const unitId = await app.make.unit(tenantId, { name: `Plejecenter ${place}` });
    for (let person = 0; person < PEOPLE; person += 1) await app.make.employment(tenantId, { unitId });
    units.push(unitId);
  }
  await app.doors.within(operator, tenantId, async (tx) => {
    await tx.query(SPELLS, [tenantId, units.slice(0, TREATED)]);
    await tx.query(
      `insert into absence_sources (tenant_id, source, known_until) values ($1, 'test', '2027-03-14')`,
      [tenantId],
    );
  });
  const partnerships = app.nest.get(PartnershipsService);
  const arm = (place: number) => (place < TREATED ? 'in' : 'comparison');
  const id = await partnerships.createPartnership(operator, {
    name: 'Færre sygemeldinger',
    from: localDate('2025-01-01'),
    to: localDate('2026-12-31'),
    units: units.map((unitId, place) => ({ tenantId, unitId, arm: arm(place) })),
    parties: [
      { role: 'municipality', name: 'Havlund Kommune' },
      { role: 'provider', name: 'Falkeblik' },
      { role: 'insurer', name: 'Havlund Forsikring' },
      { role: 'evaluator', name: 'Måleriet' },
    ],
  });
  const content = await agree(app, id, (parties) =>
    contractContent({
      period: { from: localDate('2025-01-01'), to: localDate('2026-12-31') },
      baseline: { months: 24, from: localDate('2023-01-01'), to: localDate('2024-12-31') },
      parties,
      units: units.map((unitId, place) => ({
        tenantId,
        unitId,
        name: `Plejecenter ${place}`,
        employerName: 'Havlund Kommune',
        arm: arm(place),
        from: localDate('2025-01-01'),
      })),
    }),
  );
  const member = async (role: 'steering-member' | 'payer' | 'evaluator', party: string) => {
    const hat = await app.make.hat(role, { partnershipId: id });
    await partnerships.placeMember(operator, id, { hatId: hat.hatId, party });
    return app.as(hat);
  };
  const partyOf = (role: string): string => content.parties.find((party) => party.role === role)?.id ?? '';
  return {
    tenantId,
    units,
    id,
    municipality: await member('steering-member', partyOf('municipality')),
    colleague: await member('payer', partyOf('municipality')),
    provider: await member('steering-member', partyOf('provider')),
    insurer: await member('payer', partyOf('insurer')),
    evaluator: await member('evaluator', partyOf('evaluator')),
    stranger: await app.as(await app.make.hat('steering-member', { partnershipId: id })),
    effect: `/api/partnerships/${id}/effect`,
    settlements: `/api/partnerships/${id}/settlements`,
  };
};

const agree = async (
  app: TestApp,
  id: string,
  make: (parties: ContractContent['parties']) => ContractContent,
): Promise<ContractContent> => {
  const content = await app.doors.partnership(operator, id, async (tx) => {
    const parties = await rows<{ id: string; role: 'municipality'; name: string }>(
      tx,
      'select id, role, name from partnership_parties where partnership_id = $1 order by role',
      [id],
    );
    const made = make(
      parties.map((party) => ({ ...party, sees: ['figures', 'effect', 'money', 'minutes'] })),
    );
    await insertVersion(tx, id, made);
    return made;
  });
  await app.nest.get(BaselinesService).freeze(operator, { partnershipId: id, version: 1 });
  return content;
};

const insertVersion = async (tx: Tx, id: string, content: ContractContent): Promise<void> => {
  const validFrom = content.period.from;
  const hash = hashOfVersion({ partnershipId: id, version: 1, validFrom, content });
  const [first, second] = content.parties.map((party) => party.id);
  await row(
    tx,
    `insert into contract_versions (partnership_id, version, state, content, content_hash, valid_from, proposed_by_hat,
       proposed_by_party, proposed_at, agreed_by_hat, agreed_by_party, agreed_at)
     values ($1, 1, 'agreed', $2, $3, $4, gen_random_uuid(), $5, '2024-11-01', gen_random_uuid(), $6, '2024-11-02') returning 1`,
    [id, JSON.stringify(content), hash, validFrom, first, second],
  );
};
