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
import { outcomesTown } from './outcomes-town.js';

const operator = systemActor('operator command');

/** A municipality's partnership with an agreed contract from 2025 to 2026, its baseline frozen, and one hat a party; what is only reported beside spells is given. */
export const outcomesWorld = async (app: TestApp, reported: ContractContent['indicators'] = []) => {
  app.clock.set('2027-03-15');
  const partnerships = app.nest.get(PartnershipsService);
  const place = { make: app.make, doors: app.doors, partnerships };
  const { tenantId, units, id, arm } = await outcomesTown(place, { year: 2025, knownUntil: '2027-03-14' });
  // A third work 32.5 hours: months of full-time work are then no whole numbers.
  await app.doors.within(operator, tenantId, (tx) =>
    tx.query(
      `update employment_terms set weekly_hours = 32.5 where tenant_id = $1 and employment_id in (
         select employment_id from (select employment_id, row_number() over (order by unit_id, employment_id) as n
           from employment_terms where tenant_id = $1) numbered where n % 3 = 0)`,
      [tenantId],
    ),
  );
  const content = await agree(app, id, (parties) =>
    contractContent({
      period: { from: localDate('2025-01-01'), to: localDate('2026-12-31') },
      baseline: { months: 24, from: localDate('2023-01-01'), to: localDate('2024-12-31') },
      parties,
      indicators: [...contractContent().indicators, ...reported],
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

/** One day of illness each of so many people at a workplace, of which nobody knew before a day. */
export const comesLate = (
  app: TestApp,
  {
    tenantId,
    unitId,
    people,
    on,
    receivedOn,
  }: {
    readonly tenantId: string;
    readonly unitId: string | undefined;
    readonly people: number;
    readonly on: string;
    readonly receivedOn: string;
  },
) =>
  app.doors.within(operator, tenantId, (tx) =>
    tx.query(
      `insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, source_first_on, registered_on,
         registered_assumed, received_at)
       select $1, employment_id, 'own-sickness', $4, $4, 'test', $4, $5::date, false, $5::date
       from (select employment_id from employment_terms where tenant_id = $1 and unit_id = $2
             order by employment_id limit $3) late`,
      [tenantId, unitId, people, on, receivedOn],
    ),
  );

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
