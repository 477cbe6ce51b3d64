import {
  HatsService,
  systemActor,
  Doors,
  MandatesService,
  Clock,
  type Role,
} from '../../../src/access/index.js';
import { unitsOnDay } from '../../../src/organisations/index.js';
import { PartnershipsService } from '../../../src/partnerships/index.js';
import { row } from '../../../src/platform/database/rows.js';
import { addDays, addMonths } from '../../../src/shared/local-date.js';
import { LEADER, OFTEN_ILL, quarterBefore, WORKPLACES } from './payroll.js';
import type { Stage } from './stage.js';
import { PASSWORD } from './visit.js';

const operator = systemActor('operator command');
const RULES = ['contact-day-14', 'contact-day-28', 'spells-3-in-183-days', 'days-15-in-365'];

type Party = { readonly tenantId?: string; readonly providerId?: string; readonly partnershipId?: string };

/** Gives a user of the test a hat; the address names the role. */
export const employ = async (
  { context }: Stage,
  role: Role,
  party: Party & { readonly personId?: string },
  email = `${role}@fjordby.example`,
): Promise<string> => {
  await context
    .get(HatsService)
    .employ({ email, name: `Navn på ${role}`, role, password: PASSWORD, ...party });
  return email;
};

/** An employer in use, with HR and an administrator; its people come with the roster. */
export const employer = async (stage: Stage): Promise<string> => {
  const { tenantId } = await stage.make.employer({ name: 'Fjordby Kommune' });
  await employ(stage, 'hr-manager', { tenantId });
  await employ(stage, 'administrator', { tenantId });
  return tenantId;
};

/** What is agreed once the units are there: a partnership of one workplace, its provider with a mandate, its people. */
export const partnership = async (stage: Stage, tenantId: string): Promise<void> => {
  const { context, make } = stage;
  const today = context.get(Clock).today();
  const from = quarterBefore(today, 2);
  const units = await context
    .get(Doors)
    .within(operator, tenantId, (tx) => unitsOnDay(tx, operator, { on: today, today }));
  const arms = WORKPLACES.map((name, index) => {
    const unit = units.find((one) => one.name === name);
    if (!unit) throw new Error(`no unit ${name}`);
    return { tenantId, unitId: unit.id, arm: index === 0 ? ('in' as const) : ('comparison' as const) };
  });
  const providerId = await make.provider();
  const partnershipId = await context.get(PartnershipsService).createPartnership(operator, {
    name: 'Partnerskab om nærvær',
    from,
    to: addMonths(from, 48),
    units: arms,
    parties: [{ role: 'investor', name: 'Fjordbanken' }],
  });
  await context.get(MandatesService).grant(operator, tenantId, {
    providerId,
    partnershipId,
    processingRole: 'processor',
    agreementReference: 'Databehandleraftale 1',
    signatory: 'Direktør',
    signedOn: from,
    informedOn: addDays(from, -42),
    purpose: 'Fastholdelse',
    unitIds: arms.filter(({ arm }) => arm === 'in').map(({ unitId }) => unitId),
    rules: RULES,
    from,
  });
  await employ(stage, 'retention-consultant', { providerId });
  await employ(stage, 'team-lead', { providerId });
  await employ(stage, 'steering-member', { partnershipId });
};

/** The leader of the roster gets to sign in. */
export const lineManager = async (stage: Stage, tenantId: string): Promise<void> => {
  await employ(stage, 'line-manager', { tenantId, personId: await personOf(stage, tenantId, LEADER.number) });
};

/** Somebody who is often ill gets to sign in, and a representative of the employees. */
export const employee = async (stage: Stage, tenantId: string): Promise<void> => {
  await employ(stage, 'employee', { tenantId, personId: await personOf(stage, tenantId, OFTEN_ILL.number) });
  await employ(stage, 'employee-representative', { tenantId });
};

const personOf = async (stage: Stage, tenantId: string, number: string): Promise<string> => {
  const found = await stage.context
    .get(Doors)
    .within(operator, tenantId, (tx) =>
      row<{ id: string }>(
        tx,
        'select person_id as id from employments where tenant_id = $1 and employee_number = $2',
        [tenantId, number],
      ),
    );
  return found?.id ?? '';
};
