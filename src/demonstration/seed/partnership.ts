import type { INestApplicationContext } from '@nestjs/common';
import { Doors, HatsService, MandatesService, type HatActor } from '../../access/index.js';
import { unitsOnDay } from '../../organisations/index.js';
import { PartnershipsService } from '../../partnerships/index.js';
import { rows } from '../../platform/database/rows.js';
import { addDays, addMonths, type LocalDate } from '../../shared/local-date.js';
import type { Simulation } from '../simulator/simulation.js';
import { demonstration, NOTICE_DAYS, type SeededEmployer } from './employers.js';
import { PARTIES, type SeededPartnership } from './contract.js';
import { employ } from './logins.js';

/** Contact days 14 and 28, both windows and what is about units; days 1 and 5 stay with the leaders (definitions 4.1). */
const CONSULTANTS_RULES = [
  'contact-day-14',
  'contact-day-28',
  'spells-3-in-183-days',
  'days-15-in-365',
  'wellbeing-drop',
  'unit-spells',
];
const YEARS = 4;
export const PARTNERSHIP = 'Partnerskab om nærvær i Fjordby';
type Speaker = 'steering' | 'provider' | keyof typeof SPEAKERS;
const LISTENING = ['investor', 'evaluator', 'observer'] as const;
/** Who speaks for which party of the partnership. */
const SPEAKERS = {
  payer: 'Fjordby Kommune, Økonomi',
  investor: 'Fjordbanken Social Kapital',
  evaluator: 'Analysehuset Sund',
  observer: 'FOA Fjordby',
} as const;

interface Workplace {
  readonly tenantId: string;
  readonly unitId: string;
  readonly arm: 'in' | 'comparison';
}

/** The partnership of the workplaces that stand on a day, its provider with mandates for the workplaces in it, and those who work in it. */
export const seedPartnership = async (
  context: INestApplicationContext,
  simulation: Simulation,
  employers: readonly SeededEmployer[],
  on: LocalDate,
): Promise<{ readonly consultant: HatActor; readonly partnership: SeededPartnership }> => {
  const from = simulation.partnershipOn;
  const to = addDays(addMonths(from, 12 * YEARS), -1);
  const workplaces = (
    await Promise.all(employers.map((employer) => workplacesOf(context, employer, on)))
  ).flat();
  const partnershipId = await context.get(PartnershipsService).createPartnership(demonstration, {
    name: PARTNERSHIP,
    from,
    to,
    units: workplaces,
    parties: PARTIES,
  });
  const providerId = await context.get(HatsService).makeProvider('Fastholdelse Øst');
  for (const { tenantId, simulated } of employers) {
    const unitIds = workplaces
      .filter((unit) => unit.tenantId === tenantId && unit.arm === 'in')
      .map((unit) => unit.unitId);
    await context.get(MandatesService).grant(demonstration, tenantId, {
      providerId,
      partnershipId,
      processingRole: 'processor',
      agreementReference: 'Databehandleraftale (demonstration)',
      signatory: `Direktør, ${simulated.name}`,
      signedOn: from,
      informedOn: addDays(from, -NOTICE_DAYS),
      purpose: 'Forebyggelse af sygefravær i partnerskabet',
      unitIds,
      rules: CONSULTANTS_RULES,
      from,
      to,
    });
  }
  const consultant = await employ(context, 'consultant', { providerId });
  await employ(context, 'teamLead', { providerId });
  const speaker = async (member: Speaker, party: string): Promise<HatActor> => {
    const hat = await employ(context, member, { partnershipId });
    await context
      .get(PartnershipsService)
      .placeMember(demonstration, partnershipId, { hatId: hat.hatId, party });
    return hat;
  };
  const [municipality] = employers;
  const partnership = {
    id: partnershipId,
    from,
    steering: await speaker('steering', municipality?.simulated.name ?? ''),
    provider: await speaker('provider', 'Fastholdelse Øst'),
    payer: await speaker('payer', SPEAKERS.payer),
  };
  for (const member of LISTENING) await speaker(member, SPEAKERS[member]);
  return { consultant, partnership };
};

const workplacesOf = async (
  context: INestApplicationContext,
  { tenantId, simulated }: SeededEmployer,
  on: LocalDate,
): Promise<Workplace[]> => {
  const units = await context
    .get(Doors)
    .within(demonstration, tenantId, (tx) => unitsOnDay(tx, demonstration, { on, today: on }));
  const arms = new Map(
    simulated.workplaces.map(
      ({ name, inPartnership }) => [name, inPartnership ? 'in' : 'comparison'] as const,
    ),
  );
  return units.flatMap((unit) => {
    const arm = unit.parentId === null ? arms.get(unit.name) : undefined;
    return arm ? [{ tenantId, unitId: unit.id, arm }] : [];
  });
};

/** Somebody in the partnership whom a rule points at today becomes the employee to sign in as. */
export const seedEmployee = async (
  context: INestApplicationContext,
  { tenantId }: SeededEmployer,
): Promise<void> => {
  const [flagged] = await context.get(Doors).within(demonstration, tenantId, (tx) =>
    rows<{ id: string; name: string }>(
      tx,
      `select people.id, people.name from signals join people on people.tenant_id = $1 and people.id = person_id
       where signals.tenant_id = $1 and withdrawn_at is null
       group by 1, 2 order by bool_or(reason_ended_on is null) desc, count(*) desc, 1 limit 1`,
      [tenantId],
    ),
  );
  if (flagged) await employ(context, 'employee', { tenantId, personId: flagged.id, name: flagged.name });
};

/** The leader of the largest team in the partnership becomes the line manager to sign in as. */
export const seedLineManager = async (
  context: INestApplicationContext,
  { tenantId }: SeededEmployer,
  on: LocalDate,
): Promise<void> => {
  const [leader] = await context.get(Doors).within(demonstration, tenantId, (tx) =>
    rows<{ id: string }>(
      tx,
      `select manager_person_id as id from employment_terms
       where tenant_id = $1 and valid @> $2::date and manager_person_id is not null
         and unit_id in (select unit_id from unit_versions where tenant_id = $1 and valid @> $2::date and path && (
           select array_agg(unit_id) from mandate_units where tenant_id = $1))
       group by 1 order by count(*) desc, 1 limit 1`,
      [tenantId, on],
    ),
  );
  if (leader) await employ(context, 'leader', { tenantId, personId: leader.id });
};
