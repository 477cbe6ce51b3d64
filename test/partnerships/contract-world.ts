import { systemActor, type HatActor } from '../../src/access/index.js';
import { BaselinesService, PartnershipsService, type ContractContent } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import type { TestApp } from '../harness/app.js';

const operator = systemActor('operator command');

/** What the API says of a version, as far as a test reads it. */
export interface SavedVersion {
  readonly version: number;
  readonly revision: number;
  readonly hash: string;
  readonly validFrom: string;
  readonly content: ContractContent;
}

const withName = async (app: TestApp, hat: HatActor, name: string): Promise<void> => {
  await app.doors.system('test', (tx) =>
    tx.query(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       values ($1, $2, $1 || '@example.dk', true, now(), now())`,
      [hat.userId, name],
    ),
  );
};

/**
 * A partnership from July 2026 of a municipality and a provider, with an observer: so many workplaces in and two
 * compared with. Each party has somebody who speaks for it.
 */
export const contractWorld = async (app: TestApp, treated = 3) => {
  app.clock.set('2026-03-11');
  const { tenantId } = await app.make.employer({ name: 'Fjordby Kommune' });
  const units = await Promise.all(
    Array.from({ length: treated + 2 }, (_, place) => app.make.unit(tenantId, { name: `Sted ${place}` })),
  );
  const partnerships = app.nest.get(PartnershipsService);
  const id = await partnerships.createPartnership(operator, {
    name: 'Nærvær i Fjordby',
    from: localDate('2026-07-01'),
    to: localDate('2029-06-30'),
    units: units.map((unitId, place) => ({ tenantId, unitId, arm: place < treated ? 'in' : 'comparison' })),
    parties: [
      { role: 'provider', name: 'Fastholdelse Øst' },
      { role: 'observer', name: 'FOA' },
    ],
  });
  const speaker = async (role: 'steering-member' | 'observer', party: string | null, name: string) => {
    const hat = await app.make.hat(role, { partnershipId: id });
    await withName(app, hat, name);
    if (party) await partnerships.placeMember(operator, id, { hatId: hat.hatId, party });
    return hat;
  };
  return {
    id,
    tenantId,
    units,
    town: await speaker('steering-member', 'Fjordby Kommune', 'Kirsten Kommune'),
    colleague: await speaker('steering-member', 'Fjordby Kommune', 'Karl Kommune'),
    provider: await speaker('steering-member', 'Fastholdelse Øst', 'Lars Leverandør'),
    union: await speaker('observer', 'FOA', 'Fie FOA'),
    nobody: await speaker('steering-member', null, 'Niels Nybegynder'),
    url: `/api/partnerships/${id}`,
  };
};

export type ContractWorld = Awaited<ReturnType<typeof contractWorld>>;

/** Paid by visits delivered, which three workplaces may agree on. */
export const paidByVisits = (content: ContractContent): ContractContent => ({
  ...content,
  payment: { ...content.payment, terms: [{ kind: 'delivery', id: 'besog', price: 350_000 }] },
});

/** Drafted and proposed by the municipality, agreed by the provider, its baseline frozen. */
export const agreedContract = async (
  app: TestApp,
  world: ContractWorld,
  change: (content: ContractContent) => ContractContent = paidByVisits,
): Promise<SavedVersion> => {
  const town = await app.as(world.town);
  const started: SavedVersion = (await town.post(`${world.url}/contract/versions`)).body;
  const at = `${world.url}/contract/versions/${started.version}`;
  await town
    .put(at)
    .send({
      content: change(started.content),
      validFrom: '2026-07-01',
      reason: '',
      revision: started.revision,
    })
    .expect(200);
  const proposed: SavedVersion = (await town.post(`${at}/proposal`).expect(200)).body;
  const provider = await app.as(world.provider);
  await provider.post(`${at}/agreement`).send({ hash: proposed.hash }).expect(200);
  await app.drainJobs();
  return proposed;
};

export const frozenCells = (app: TestApp, partnershipId: string, version: number) =>
  app.nest.get(BaselinesService).cellsOf(operator, { partnershipId, version });
