import { indicatorFacts } from '../../src/absence/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { PanelEndingService } from '../../src/reports/evaluator/panel/panel-ending.service.js';
import { PanelWritingService } from '../../src/reports/evaluator/panel/panel-writing.service.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { OPERATOR } from './evaluation-world.js';
import { FIELDS, panelSteps, panelWorld } from './panel-world.js';

describe('what an evaluator is handed about persons', () => {
  let app: TestApp;
  let steps: ReturnType<typeof panelSteps>;
  beforeAll(async () => {
    app = await startTestApp();
    steps = panelSteps(app);
  });
  afterAll(() => app.close());

  describe('a delivery', () => {
    it('opens with the evaluator’s key, and says of each month what it was by hand', async () => {
      const world = await panelWorld(app);
      const lines = await steps.opened(world, await steps.delivered(world, await steps.inForce(world)));
      // Who was ill for long is there three months, who came in February two; who works elsewhere is not there.
      expect(lines).toHaveLength(5);
      const people = [...new Set(lines.map(({ person }) => person))];
      expect(people).toHaveLength(2);
      expect(people.every((name) => /^[0-9a-f]{32}$/.test(name ?? ''))).toBe(true);
      const of = (month: string, share: string) =>
        lines.find((line) => line.month === month && line.full_time_share === share);
      const fixed = { unit_id: world.unitId, workplace: 'Havblik', provisional: '0' };
      // 5-31 January: 20 working days. The first thirty days end on 3 February: 2 of February's 13 days until the 18th.
      expect(of('2026-01', '1')).toMatchObject({
        ...{ ...fixed, tenure_years: '5-9', absence_days: '20', absence_days_cut_at_30: '20' },
        ...{ spells_ended: '0', long_spells: '0' },
      });
      expect(of('2026-02', '1')).toMatchObject({
        ...{ ...fixed, absence_days: '13', absence_days_cut_at_30: '2', spells_ended: '1', long_spells: '1' },
      });
      expect(of('2026-03', '1')).toMatchObject({ absence_days: '0', spells_ended: '0' });
      expect(of('2026-02', '0.5')).toMatchObject({ ...fixed, tenure_years: '0', absence_days: '0' });
      expect(of('2026-03', '0.5')).toMatchObject({ absence_days: '1', spells_ended: '1' });
    });

    it('adds up to what contracts measure by', async () => {
      const world = await panelWorld(app);
      // A second employment of one of them, absent too on some of the days that are one long spell.
      const second = await app.make.employment(world.tenantId, {
        unitId: world.unitId,
        personId: world.long.personId,
      });
      await app.make.spell(world.tenantId, { ...second, from: '2026-01-12', to: '2026-02-27' });
      const lines = await steps.opened(world, await steps.delivered(world, await steps.inForce(world)));
      const facts = await app.doors.within(OPERATOR, world.tenantId, (tx) =>
        indicatorFacts(tx, world.tenantId, {
          units: [world.unitId],
          period: { from: localDate('2026-01-01'), to: localDate('2026-03-31') },
          today: app.clock.today(),
        }),
      );
      expect(facts).toHaveLength(3);
      for (const fact of facts) {
        const sum = (column: string): number =>
          lines
            .filter(({ month }) => month === fact.month.slice(0, 7))
            .reduce((total, line) => total + Number(line[column]), 0);
        expect(sum('full_time_share')).toBeCloseTo(Number(fact.fteMonths), 9);
        expect(sum('absence_days')).toBeCloseTo(Number(fact.days), 9);
        expect(sum('absence_days_cut_at_30')).toBeCloseTo(Number(fact.daysCutAt30), 9);
        expect(sum('spells_ended')).toBe(fact.spellsEnded);
        expect(sum('long_spells')).toBe(fact.longSpells);
      }
    });

    it('has the columns that were chosen, and no others', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world, { fields: ['absence-days'] }));
      expect(Object.keys((await steps.opened(world, id))[0] ?? {})).toEqual([
        'person',
        'month',
        'provisional',
        'absence_days',
      ]);
    });

    it('calls persons otherwise than another one, and alike when its job runs twice', async () => {
      const world = await panelWorld(app);
      const basis = await steps.inForce(world);
      const [first, second] = [await steps.delivered(world, basis), await steps.delivered(world, basis)];
      const names = async (id: string) => (await steps.opened(world, id)).map(({ person }) => person);
      const before = await names(first);
      expect(before.some((name) => name !== undefined)).toBe(true);
      for (const name of await names(second)) expect(before).not.toContain(name);
      await app.nest.get(PanelWritingService).write({ tenantId: world.tenantId, deliveryId: first });
      expect(await names(first)).toEqual(before);
    });

    it('begins anew after a run that broke off, with the same names and one file', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world));
      const before = await steps.opened(world, id);
      const key = { tenantId: world.tenantId, deliveryId: id };
      await app.doors.within(OPERATOR, world.tenantId, (tx) =>
        tx.query(
          `update panel_deliveries set state = 'building', file_id = null where tenant_id = $1 and id = $2`,
          [world.tenantId, id],
        ),
      );
      const writing = app.nest.get(PanelWritingService);
      await Promise.all([writing.write(key), writing.write(key)]);
      expect(await steps.opened(world, id)).toEqual(before);
      // The file of the run that came second is gone; that of the first row stays until the strays are cleared.
      const files = await app.nest.get(FileStore).listOlderThan(world.tenantId, new Date(8.64e15));
      expect(files).toHaveLength(2);
    });

    it('is found by each person concerned, in the access log', async () => {
      const world = await panelWorld(app);
      await steps.delivered(world, await steps.inForce(world));
      const concerned = (personId: string) =>
        app.doors.within(OPERATOR, world.tenantId, (tx) =>
          rows<{ action: string; fields: string[] }>(
            tx,
            `select action, detail -> 'fields' as fields from audit_entries where tenant_id = $1 and people @> array[
               (select audit_pseudonym(audit_key, id) from people where people.tenant_id = $1 and people.id = $2)]`,
            [world.tenantId, personId],
          ),
        );
      for (const { personId } of [world.long, world.half])
        expect(await concerned(personId)).toEqual([{ action: 'panel.deliver', fields: FIELDS }]);
    });

    it('is on record at every step, with its purpose, its fields and how many it is of', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world));
      await steps.opened(world, id);
      const entries = await app.doors.within(OPERATOR, world.tenantId, (tx) =>
        rows<{ action: string; detail: object; purpose: string; role: string }>(
          tx,
          `select action, detail, purpose, role from audit_entries
           where tenant_id = $1 and subject_type = 'delivery' order by at, id`,
          [world.tenantId],
        ),
      );
      expect(entries.map(({ action }) => action)).toEqual(
        expect.arrayContaining([
          ...['panel-basis.record', 'panel-basis.confirm', 'panel-delivery.order', 'panel.deliver'],
          ...['panel-delivery.write', 'panel-delivery.fetch'],
        ]),
      );
      expect(entries.find(({ action }) => action === 'panel-delivery.write')?.detail).toMatchObject({
        ...{ kind: 'panel', fields: FIELDS, people: 2, rows: 5 },
      });
      expect(entries.find(({ action }) => action === 'panel-delivery.fetch')?.role).toBe('evaluator');
    });

    it('is told to both sides', async () => {
      const world = await panelWorld(app);
      const id = await steps.delivered(world, await steps.inForce(world));
      const { items, recipients } = await steps.basesOf(world);
      expect(recipients).toMatchObject([{ name: 'VIVE', partnershipName: 'Nærvær i Fjordby' }]);
      expect(items).toMatchObject([
        {
          ...{ state: 'in-force', mayConfirm: false, partyName: 'VIVE' },
          deliveries: [{ id, state: 'ready', people: 2, rows: 5, downloadedAt: null, attestationDue: false }],
        },
      ]);
      const { body } = await world.evaluator.agent.get(world.deliveries);
      expect(body.items).toMatchObject([
        { id, employer: 'Fjordby Kommune', state: 'ready', people: 2, mayOpen: true, mayAttest: true },
      ]);
      expect(JSON.stringify(body)).not.toContain(world.long.personId);
    });
  });

  describe('the day of deletion', () => {
    it('ends the fetching, takes the file that night, and asks for an attestation until there is one', async () => {
      const world = await panelWorld(app);
      const basis = await steps.inForce(world);
      const id = await steps.delivered(world, basis);
      await steps.opened(world, id);
      app.clock.set('2026-12-31');
      expect((await steps.fetched(world, id)).status).toBe(409);
      expect((await world.hr.post(`/api/panel-bases/${basis}/deliveries`)).body.code).toBe(
        'basis-not-in-force',
      );
      const ending = app.nest.get(PanelEndingService);
      await ending.end(world.tenantId);
      await ending.end(world.tenantId);
      await app.drainJobs();
      expect((await steps.basesOf(world)).items).toMatchObject([
        { state: 'over', deliveries: [{ state: 'deleted', attestationDue: true }] },
      ]);
      // The day itself is not over: nobody is told before the next, and then once a week.
      const told = async (on: string) => {
        app.clock.set(on);
        await ending.remind(world.tenantId);
        await ending.remind(world.tenantId);
        await app.drainJobs();
        return app.doors.system('test', (tx) =>
          rows<{ template: string; content: object; userId: string }>(
            tx,
            `select template, content, user_id as "userId" from mails where template like 'attestation-%' order by template, user_id`,
          ),
        );
      };
      expect(await told('2026-12-31')).toEqual([]);
      const mails = await told('2027-01-01');
      const to = (template: string) => mails.filter((mail) => mail.template === template);
      expect(to('attestation-owed').map(({ userId }) => userId)).toEqual([world.evaluator.hat.userId]);
      expect(to('attestation-awaited').map(({ userId }) => userId)).toContain(world.hrHat.userId);
      expect(mails.every(({ content }) => JSON.stringify(content) === '{"counts":null}')).toBe(true);
      expect(await told('2027-01-07')).toHaveLength(mails.length);
      expect(await told('2027-01-08')).toHaveLength(2 * mails.length);
      app.clock.set('2026-12-31');
      const url = `${world.deliveries}/${id}/attestation`;
      const say = (on: string) => world.evaluator.agent.post(url).send({ on });
      expect((await say('2027-01-01')).body.fields[0].code).toBe('in-the-future');
      expect((await say('2026-06-01')).body.fields[0].code).toBe('before-delivery');
      expect((await say('2026-12-30')).status).toBe(204);
      expect((await say('2026-12-30')).body.code).toBe('attested');
      expect(await told('2027-03-01')).toHaveLength(2 * mails.length);
      app.clock.set('2026-12-31');
      expect((await steps.basesOf(world)).items).toMatchObject([
        { deliveries: [{ attestedOn: '2026-12-30', attestationDue: false }] },
      ]);
      const { body } = await world.evaluator.agent.get(world.deliveries);
      expect(body.items).toMatchObject([{ state: 'deleted', attestedOn: '2026-12-30', mayAttest: false }]);
    });
  });
});
