import { systemActor } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import type { TestApp } from '../harness/app.js';

/** First and last day of a spell. */
export type Days = readonly [from: string, to: string];

/**
 * A municipality with three workplaces in a partnership and one to compare with. Everybody works 37 hours; employments
 * begin in 2020 and each person has the spells listed for its place in the workplace.
 */
export const partnershipWorld = async (app: TestApp) => {
  const { tenantId } = await app.make.employer({ name: 'Fjordby Kommune' });

  const workplace = async (name: string, people: number, spells: readonly (readonly Days[])[]) => {
    const unitId = await app.make.unit(tenantId, { name });
    const team = await app.make.unit(tenantId, { parentId: unitId });
    const employments = [];
    for (let index = 0; index < people; index += 1)
      employments.push(await app.make.employment(tenantId, { unitId: team }));
    for (const [index, days] of spells.entries())
      for (const [from, to] of days)
        await app.make.spell(tenantId, { employmentId: employments[index]?.employmentId ?? '', from, to });
    return { unitId, team, employments };
  };

  const partnership = (units: Readonly<Record<string, 'in' | 'comparison'>>) =>
    app.nest.get(PartnershipsService).createPartnership(systemActor('operator command'), {
      name: 'Nærvær i Fjordby',
      from: localDate('2025-01-01'),
      to: localDate('2027-12-31'),
      units: Object.entries(units).map(([unitId, arm]) => ({ tenantId, unitId, arm })),
    });

  const knownUntil = (day: string) =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      tx.query(`insert into absence_sources (tenant_id, source, known_until) values ($1, 'payroll', $2)`, [
        tenantId,
        day,
      ]),
    );

  return { tenantId, workplace, partnership, knownUntil };
};

/** Monday and Tuesday of the same week for so many people. */
export const twoDaysEach = (people: number, days: Days = ['2026-01-12', '2026-01-13']): Days[][] =>
  Array.from({ length: people }, () => [days]);

export const QUARTER = { from: '2026-01-01', to: '2026-03-31' };

/**
 * Care: 12 people, 5 of them absent for two days in January. School: 20 people, 6 absent. Nursery: 8 people, 2 absent.
 * To compare with, the town hall: 30 people, 10 absent.
 */
export const reportedWorld = async (app: TestApp) => {
  const world = await partnershipWorld(app);
  const care = await world.workplace('Plejecenter Åparken', 12, twoDaysEach(5));
  const school = await world.workplace('Fjordskolen', 20, twoDaysEach(6));
  const nursery = await world.workplace('Børnehuset', 8, twoDaysEach(2));
  const office = await world.workplace('Rådhuset', 30, twoDaysEach(10));
  await world.knownUntil('2026-04-05');
  const id = await world.partnership({
    [care.unitId]: 'in',
    [school.unitId]: 'in',
    [nursery.unitId]: 'in',
    [office.unitId]: 'comparison',
  });
  const agent = await app.as(await app.make.hat('steering-member', { partnershipId: id }));
  return { ...world, id, care, school, nursery, office, agent, url: `/api/partnerships/${id}/reports` };
};

interface Ordering {
  readonly agent: Awaited<ReturnType<TestApp['as']>>;
  readonly url: string;
}

/** Orders a report, has it made and reads it. */
export const report = async (app: TestApp, { agent, url }: Ordering, period: object = QUARTER) => {
  const ordered = await agent.post(url).send(period);
  expect(ordered.status).toBe(202);
  await app.drainJobs();
  const answer = await agent.get(`${url}/${ordered.body.id}`);
  expect(answer.status).toBe(200);
  return answer.body;
};

interface Line {
  readonly name: string;
  readonly kind: string;
  readonly figures: readonly {
    readonly measure: string;
    readonly now: { readonly reason: string | null; readonly shown: boolean };
  }[];
}

/** A figure of a group, by its name or kind. */
export const figure = (body: { content: { groups: Line[] } }, group: string, measure: string) => {
  const line = body.content.groups.find(({ name, kind }) => name === group || kind === group);
  const found = line?.figures.find((each) => each.measure === measure);
  if (!found) throw new Error(`no ${measure} of ${group}`);
  return found;
};
