import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { EvaluatorsService } from '../../src/partnerships/index.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import type { TestApp } from '../harness/app.js';
import { knownUntil, OPERATOR, partnershipOf, readRows } from './evaluation-world.js';

export const FIELDS = [
  'workplace',
  'hours-share',
  'tenure',
  'absence-days',
  'absence-days-cut-at-30',
  'spells-ended',
  'long-spells',
];

/** Two people: one ill from 5 January to 18 February 2026, one at half time who moved in and was ill for two days. */
export const panelWorld = async (app: TestApp) => {
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  app.clock.set('2026-06-10');
  const { tenantId } = await app.make.employer({ name: 'Fjordby Kommune' });
  const unitId = await app.make.unit(tenantId, { name: 'Havblik' });
  const elsewhere = await app.make.unit(tenantId, { name: 'Rådhuset' });
  const long = await app.make.employment(tenantId, { unitId, from: '2020-06-01' });
  const half = await app.make.employment(tenantId, { unitId, hours: 18.5, from: '2026-02-01' });
  const other = await app.make.employment(tenantId, { unitId: elsewhere });
  await app.make.spell(tenantId, { ...long, from: '2026-01-05', to: '2026-02-18' });
  await app.make.spell(tenantId, { ...half, from: '2026-03-02', to: '2026-03-03' });
  await app.make.spell(tenantId, { ...other, from: '2026-02-02', to: '2026-02-06' });
  await knownUntil(app, tenantId, '2026-05-31');
  const cipher = app.nest.get(Cipher);
  const sealed = await cipher.sealText(tenantId, '0101701234');
  await app.doors.within(OPERATOR, tenantId, (tx) =>
    tx.query(
      `insert into person_details (tenant_id, person_id, cpr_cipher, cpr_hash, details_hash) values ($1, $2, $3, 'x', 'x')`,
      [tenantId, long.personId, sealed],
    ),
  );
  const world = await partnershipOf(app, tenantId, [unitId]);
  const hr = await app.make.hat('hr-manager', { tenantId });
  const administrator = await app.make.hat('administrator', { tenantId });
  const [party] = await app.nest.get(EvaluatorsService).list(OPERATOR, tenantId);
  return {
    ...{ ...world, tenantId, long, half, unitId, elsewhere },
    hr: await app.as(hr),
    hrHat: hr,
    administrator: await app.as(administrator),
    deliveries: `/api/partnerships/${world.id}/evaluator-deliveries`,
    identity,
    basis: {
      partnershipId: world.id,
      partyId: party?.partyId ?? '',
      ground: 'research',
      reference: 'Sag 26/118',
      purpose: 'Evaluering af partnerskabet',
      fields: FIELDS,
      from: '2026-01-01',
      to: '2026-03-31',
      deleteOn: '2026-12-31',
      recipient,
      allowsCprLink: true,
    },
  };
};
export type PanelWorld = Awaited<ReturnType<typeof panelWorld>>;

/** What a test does with such a world. */
export const panelSteps = (app: TestApp) => {
  const recorded = async ({ hr, basis }: PanelWorld, changes: object = {}): Promise<string> => {
    const { status, body } = await hr.post('/api/panel-bases').send({ ...basis, ...changes });
    expect(status).toBe(201);
    return body.id;
  };
  const inForce = async (world: PanelWorld, changes: object = {}): Promise<string> => {
    const id = await recorded(world, changes);
    expect((await world.administrator.post(`/api/panel-bases/${id}/confirmation`)).status).toBe(204);
    return id;
  };
  const delivered = async (world: PanelWorld, basisId: string): Promise<string> => {
    const { status, body } = await world.hr.post(`/api/panel-bases/${basisId}/deliveries`);
    expect(status).toBe(202);
    await app.drainJobs();
    return body.id;
  };
  const basesOf = async ({ hr }: PanelWorld) => (await hr.get('/api/panel-bases')).body;
  const fetched = (world: PanelWorld, id: string) =>
    inBytes(world.evaluator.agent.get(`${world.deliveries}/${id}/file.csv.age`));
  const opened = async (world: PanelWorld, id: string) => {
    const { status, body } = await fetched(world, id);
    expect(status).toBe(200);
    const decrypter = new Decrypter();
    decrypter.addIdentity(world.identity);
    return readRows(await decrypter.decrypt(new Uint8Array(body), 'text'));
  };
  const linked = async (world: PanelWorld, deliveryId: string): Promise<string> => {
    const { ground, reference, purpose, deleteOn, recipient } = world.basis;
    const { status, body } = await world.hr
      .post(`/api/panel-deliveries/${deliveryId}/cpr-link`)
      .send({ ground, reference, purpose, deleteOn, recipient });
    expect(status).toBe(201);
    return body.id;
  };
  return { recorded, inForce, delivered, basesOf, fetched, opened, linked };
};

interface Bytes {
  readonly status: number;
  readonly body: Buffer;
}

const inBytes = (request: { buffer(): unknown }): Promise<Bytes> =>
  (request.buffer() as { parse(parser: unknown): Promise<Bytes> }).parse(
    (response: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    },
  );
