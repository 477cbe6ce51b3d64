import { rows } from '../../src/platform/database/rows.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { OPERATOR } from './evaluation-world.js';
import { panelSteps, panelWorld } from './panel-world.js';

describe('on what an evaluator is handed data about persons', () => {
  let app: TestApp;
  let steps: ReturnType<typeof panelSteps>;
  beforeAll(async () => {
    app = await startTestApp();
    steps = panelSteps(app);
  });
  afterAll(() => app.close());

  describe('a basis', () => {
    it('is confirmed by another person, not by another role of the same', async () => {
      const world = await panelWorld(app);
      const id = await steps.recorded(world);
      expect((await world.hr.post(`/api/panel-bases/${id}/deliveries`)).body.code).toBe('basis-not-in-force');
      expect((await world.hr.post(`/api/panel-bases/${id}/confirmation`)).body.code).toBe('same-person');
      const { hatId } = world.hrHat;
      const same = await app.make.hat('administrator', { tenantId: world.tenantId });
      await app.doors.system('test', (tx) =>
        tx.query('update hats set user_id = (select user_id from hats where id = $2) where id = $1', [
          same.hatId,
          hatId,
        ]),
      );
      expect((await (await app.as(same)).post(`/api/panel-bases/${id}/confirmation`)).body.code).toBe(
        'same-person',
      );
      expect((await world.administrator.post(`/api/panel-bases/${id}/confirmation`)).status).toBe(204);
      expect((await world.administrator.post(`/api/panel-bases/${id}/confirmation`)).body.code).toBe(
        'basis-decided',
      );
    });

    it('is for a party that evaluates, with a key, whole months and a day to come', async () => {
      const world = await panelWorld(app);
      const fault = async (changes: object) => {
        const { status, body } = await world.hr.post('/api/panel-bases').send({ ...world.basis, ...changes });
        expect(status).toBe(400);
        return body.fields[0].code;
      };
      const parties = await app.doors.partnership(OPERATOR, world.id, (tx) =>
        rows<{ id: string }>(
          tx,
          `select id from partnership_parties where partnership_id = $1 and role <> 'evaluator'`,
          [world.id],
        ),
      );
      expect(parties).toHaveLength(5);
      for (const { id } of parties) expect(await fault({ partyId: id })).toBe('no-evaluator');
      const foreign = await panelWorld(app);
      expect(
        await fault({ partyId: foreign.basis.partyId, partnershipId: foreign.basis.partnershipId }),
      ).toBe('no-evaluator');
      expect(await fault({ recipient: 'age1nothing' })).toBe('no-age-key');
      expect(await fault({ recipient: world.identity })).toBe('no-age-key');
      expect(await fault({ from: '2026-01-02' })).toBe('period-not-whole-months');
      expect(await fault({ deleteOn: '2026-06-10' })).toBe('delete-on-past');
      await world.hr
        .post('/api/panel-bases')
        .send({ ...world.basis, fields: ['diagnosis'] })
        .expect(400);
      await world.hr
        .post('/api/panel-bases')
        .send({ ...world.basis, fields: [] })
        .expect(400);
    });

    it('is nobody else’s: not another employer’s, not another role’s', async () => {
      const [world, foreign] = [await panelWorld(app), await panelWorld(app)];
      const id = await steps.recorded(world);
      for (const step of ['confirmation', 'withdrawal', 'deliveries'])
        expect((await foreign.hr.post(`/api/panel-bases/${id}/${step}`)).status).toBe(404);
      const leader = await app.as(await app.make.hat('line-manager', { tenantId: world.tenantId }));
      expect((await leader.get('/api/panel-bases')).status).toBe(403);
      expect((await world.evaluator.agent.get('/api/panel-bases')).status).toBe(403);
      expect((await foreign.hr.get('/api/panel-bases')).body.items).toEqual([]);
    });

    it('that is withdrawn ends the fetching at once, and the file, the names and the link with it', async () => {
      const world = await panelWorld(app);
      const basis = await steps.inForce(world);
      const id = await steps.delivered(world, basis);
      const link = await steps.linked(world, id);
      await world.administrator.post(`/api/panel-bases/${link}/confirmation`).expect(204);
      await steps.delivered(world, link);
      await steps.opened(world, id);
      await world.hr.post(`/api/panel-bases/${basis}/withdrawal`).expect(204);
      expect((await steps.fetched(world, id)).status).toBe(409);
      await app.drainJobs();
      const { items } = await steps.basesOf(world);
      expect(items.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'withdrawn']);
      expect(items[1].deliveries).toMatchObject([{ state: 'deleted', attestationDue: true }]);
      expect(await app.nest.get(FileStore).listOlderThan(world.tenantId, new Date(8.64e15))).toEqual([]);
      const left = await app.doors.within(OPERATOR, world.tenantId, (tx) =>
        rows(
          tx,
          `select id from panel_deliveries where tenant_id = $1 and pseudonym_key_cipher is not null
           union all select file_id from kept_files where tenant_id = $1`,
          [world.tenantId],
        ),
      );
      expect(left).toEqual([]);
      const { body } = await world.evaluator.agent.get(world.deliveries);
      expect(body.items).toMatchObject([
        { state: 'withdrawn', mayOpen: false, attestationDue: true },
        { state: 'withdrawn', mayOpen: false },
      ]);
      expect((await world.hr.post(`/api/panel-bases/${basis}/withdrawal`)).body.code).toBe('basis-withdrawn');
      expect((await world.hr.post(`/api/panel-bases/${basis}/deliveries`)).body.code).toBe(
        'basis-not-in-force',
      );
    });
  });

  describe('the CPR numbers behind a panel', () => {
    it('are a decision and a delivery of their own, and name persons as the panel does', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world));
      const link = await steps.linked(world, id);
      expect((await world.hr.post(`/api/panel-bases/${link}/deliveries`)).body.code).toBe(
        'basis-not-in-force',
      );
      expect((await world.hr.post(`/api/panel-bases/${link}/confirmation`)).body.code).toBe('same-person');
      await world.administrator.post(`/api/panel-bases/${link}/confirmation`).expect(204);
      const pairs = await steps.opened(world, await steps.delivered(world, link));
      const panel = await steps.opened(world, id);
      const ill = panel.find(({ absence_days: days }) => days === '20');
      expect(pairs).toEqual([{ person: ill?.person, cpr: '0101701234' }]);
      expect((await steps.basesOf(world)).items[0]).toMatchObject({
        ...{ kind: 'cpr-link', deliveries: [{ people: 1, withoutCpr: 1 }] },
      });
    });

    it('are refused where the panel’s basis says nothing of them', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world, { allowsCprLink: false }));
      const { ground, reference, purpose, recipient } = world.basis;
      const asked = await world.hr
        .post(`/api/panel-deliveries/${id}/cpr-link`)
        .send({ ground, reference, purpose, deleteOn: '2026-12-31', recipient });
      expect([asked.status, asked.body.code]).toEqual([409, 'no-cpr-link']);
    });

    it('reach neither provider, payer, investor nor observer, in any way', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world));
      const link = await steps.linked(world, id);
      await world.administrator.post(`/api/panel-bases/${link}/confirmation`).expect(204);
      const pairs = await steps.delivered(world, link);
      for (const member of [world.payer, world.investor, world.observer]) {
        expect((await member.agent.get(world.deliveries)).status).toBe(403);
        for (const delivery of [id, pairs])
          expect((await member.agent.get(`${world.deliveries}/${delivery}/file.csv.age`)).status).toBe(403);
      }
      // Who speaks for the provider sees that persons' months were handed over, and of CPR numbers not even that.
      const seen = await world.provider.agent.get(world.deliveries);
      expect(seen.body.items).toMatchObject([{ id, kind: 'panel', mayOpen: false, mayAttest: false }]);
      expect((await world.provider.agent.get(`${world.deliveries}/${pairs}/file.csv.age`)).status).toBe(403);
      // A hat of an evaluator that speaks for another party is no evaluator.
      for (const party of ['Falck', 'Velliv', 'Den Sociale Kapitalfond']) {
        const { agent } = await world.member('evaluator', party);
        for (const delivery of [id, pairs]) {
          expect((await agent.get(`${world.deliveries}/${delivery}/file.csv.age`)).status).toBe(404);
          const said = await agent
            .post(`${world.deliveries}/${delivery}/attestation`)
            .send({ on: '2026-06-10' });
          expect(said.status).toBe(404);
        }
        expect((await agent.get(world.deliveries)).body.items).toMatchObject([
          { kind: 'panel', mayOpen: false },
        ]);
      }
      const foreign = await panelWorld(app);
      const theirs = `${foreign.deliveries}/${pairs}/file.csv.age`;
      expect((await foreign.evaluator.agent.get(theirs)).status).toBe(404);
      expect((await foreign.evaluator.agent.get(`${world.deliveries}/${pairs}/file.csv.age`)).status).toBe(
        404,
      );
    });
  });
});
