import { SignalsService } from '../../src/signals/index.js';
import type { TestApp } from '../harness/app.js';

/** Ane has been ill three times; the rule of three spells points at her. */
export const ownPageWorld = async (app: TestApp) => {
  app.clock.set('2026-03-11');
  const { tenantId } = await app.make.employer({ name: 'Fjordby' });
  const unitId = await app.make.unit(tenantId, { name: 'Plejen' });
  const leader = await app.make.employment(tenantId, { unitId, name: 'Lone Leder' });
  const ane = await app.make.employment(tenantId, {
    unitId,
    name: 'Ane',
    managerPersonId: leader.personId,
  });
  const eva = await app.make.employment(tenantId, { unitId, name: 'Eva' });
  for (const [from, to] of [
    ['2026-01-05', '2026-01-06'],
    ['2026-02-02', '2026-02-03'],
    ['2026-03-02', '2026-03-03'],
  ] as const)
    await app.make.spell(tenantId, { employmentId: ane.employmentId, from, to });
  await app.make.spell(tenantId, { employmentId: eva.employmentId, from: '2026-03-09' });
  await app.nest.get(SignalsService).look(tenantId);
  const providerId = await app.make.provider();
  await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
  const hats = {
    employee: await app.make.hat('employee', { tenantId, personId: ane.personId }),
    hr: await app.make.hat('hr-manager', { tenantId }),
    leader: await app.make.hat('line-manager', { tenantId, personId: leader.personId }),
    consultant: await app.make.hat('retention-consultant', { providerId }),
    teamLead: await app.make.hat('team-lead', { providerId }),
  };
  await app.doors.system('test', (tx) =>
    tx.query(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       select id, 'Bruger ' || id, id || '@example.dk', true, now(), now() from unnest($1::text[]) as users (id)`,
      [Object.values(hats).map(({ userId }) => userId)],
    ),
  );
  const [employee, hr, consultant, leaderAgent] = await Promise.all(
    [hats.employee, hats.hr, hats.consultant, hats.leader].map((hat) => app.as(hat)),
  );
  if (!employee || !hr || !consultant || !leaderAgent) throw new Error('no agent');
  return { tenantId, ane, eva, hats, employee, hr, consultant, leader: leaderAgent };
};
