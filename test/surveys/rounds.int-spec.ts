import { systemActor } from '../../src/access/index.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { tendRounds } from '../../src/surveys/rounds/rounds.jobs.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailServer, type MailServer } from '../harness/mail-server.js';
import { startSmsServer, type SmsServer } from '../harness/sms-gateway.js';
import { fetchToken, surveyWorld, type SurveyWorld } from './survey-world.js';

const NEW = {
  instrumentId: 'naervaer.pulse',
  title: { da: 'Trivsel', en: 'Wellbeing' },
  kind: 'once',
  unitIds: [] as string[],
  jobGroups: [] as string[],
  minimum: 5,
  opensOn: '2026-03-11',
  closesOn: '2026-03-25',
  channels: ['mail', 'letter'],
};

describe('rounds of a survey', () => {
  let app: TestApp;
  let mail: MailServer;
  let sms: SmsServer;
  beforeAll(async () => {
    mail = await startMailServer();
    sms = await startSmsServer();
    app = await startTestApp({ SMTP_URL: mail.url, SMS_URL: sms.url });
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
    await sms.close();
  });
  beforeEach(() => app.clock.set('2026-03-11'));

  const hr = async ({ tenantId }: { tenantId: string }) =>
    app.as(await app.make.hat('hr-manager', { tenantId }));
  const giveMail = async (world: SurveyWorld, people: number): Promise<void> => {
    const email = await app.nest.get(Cipher).sealText(world.tenantId, 'kari@example.dk');
    await world.sql(
      `insert into person_details (tenant_id, person_id, email_cipher)
       select $1, id, $2 from people where tenant_id = $1 order by id limit $3`,
      email,
      people,
    );
  };
  const givePhone = async (world: SurveyWorld, people: number): Promise<void> => {
    const phone = await app.nest.get(Cipher).sealText(world.tenantId, '+4520112233');
    await world.sql(
      `insert into person_details (tenant_id, person_id, phone_cipher)
       select $1, id, $2 from people where tenant_id = $1 order by id limit $3`,
      phone,
      people,
    );
  };
  const tend = async (world: SurveyWorld): Promise<void> => {
    await app.doors.within(systemActor('operator command'), world.tenantId, (tx) =>
      addJob(tx, tendRounds, { tenantId: world.tenantId }),
    );
    await app.drainJobs();
  };

  it('are for human resources', async () => {
    const { tenantId } = await app.make.employer();
    await app.anonymous.get('/api/survey-rounds').expect(401);
    const leader = await app.as(await app.make.hat('line-manager', { tenantId }));
    await leader.get('/api/survey-rounds').expect(403);
    await leader.post('/api/survey-rounds').send(NEW).expect(403);
  });

  it('tell before they are made who is reported with whom', async () => {
    const world = await surveyWorld(app, { teams: [8, 3, 2] });
    const { body } = await (
      await hr(world)
    )
      .post('/api/survey-rounds/previews')
      .send({ kind: 'once', unitIds: [], jobGroups: [], minimum: 5 })
      .expect(200);
    expect(body).toMatchObject({ invited: 13, waiting: 0 });
    expect(
      body.groups.map((group: { invited: number; joined: unknown[] }) => [
        group.invited,
        group.joined.length,
      ]),
    ).toEqual([
      [5, 2],
      [8, 0],
    ]);
  });

  it('invite everybody once, by mail or letter, and say so in the audit', async () => {
    const world = await surveyWorld(app, { teams: [8, 5] });
    await giveMail(world, 4);
    const agent = await hr(world);
    const before = mail.mails.length;
    const { body: made } = await agent.post('/api/survey-rounds').send(NEW).expect(201);
    await app.drainJobs();
    const { body } = await agent.get(`/api/survey-rounds/${made.id}`).expect(200);
    expect(body).toMatchObject({
      state: 'open',
      invited: 13,
      begun: 0,
      answered: 0,
      letterFiles: 1,
      kiosk: null,
    });
    expect(body.reached).toEqual([
      // Four are fewer than a reporting group: how many of them have opened theirs is not told, nor of the others.
      { channel: 'letter', invited: 9, notBegun: null },
      { channel: 'mail', invited: 4, notBegun: null },
    ]);
    const sent = mail.mails.slice(before);
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(4);
    expect(sent[0]?.subject).toBe('Trivsel / Wellbeing');
    const link = /\/svar#([\w-]{86})/.exec(sent[0]?.text ?? '')?.[1] ?? '';
    await fetchToken(app, link);
    const actions = await world.sql<{ action: string }>(
      "select action from audit_entries where tenant_id = $1 and subject_type = 'survey' order by action",
    );
    expect(actions.map(({ action }) => action)).toEqual(['survey.make', 'survey.open']);
  });

  it('remind only those for whom no token was issued', async () => {
    const world = await surveyWorld(app, { teams: [6] });
    await giveMail(world, 6);
    const agent = await hr(world);
    const { body: made } = await agent.post('/api/survey-rounds').send(NEW);
    await app.drainJobs();
    const [first] = await world.links(made.id);
    await fetchToken(app, first?.link ?? '');
    const before = mail.mails.length;
    await agent.post(`/api/survey-rounds/${made.id}/reminders`).expect(202, { sent: 5 });
    await app.drainJobs();
    const sent = mail.mails.slice(before);
    expect(sent).toHaveLength(5);
    expect(sent.every(({ subject }) => subject.startsWith('Påmindelse: '))).toBe(true);
    expect(sent.some(({ text }) => text.includes(first?.link ?? ''))).toBe(false);
  });

  it('invite and remind by text message, in one each', async () => {
    const world = await surveyWorld(app, { teams: [6] });
    await givePhone(world, 2);
    const agent = await hr(world);
    expect((await agent.get('/api/survey-rounds/choices').expect(200)).body).toMatchObject({
      canText: true,
      withPhone: 2,
    });
    const texting = { ...NEW, channels: ['sms', 'letter'] };
    const { body: made } = await agent.post('/api/survey-rounds').send(texting).expect(201);
    await app.drainJobs();
    expect(sms.messages.map(({ to }) => to)).toEqual(['+4520112233', '+4520112233']);
    const [link = ''] = /(?<=\/svar#)[\w-]{86}$/.exec(sms.messages[0]?.text ?? '') ?? [];
    await fetchToken(app, link);
    await agent.post(`/api/survey-rounds/${made.id}/reminders`).expect(202, { sent: null });
    await app.drainJobs();
    expect(sms.messages.slice(2).map(({ text }) => text.startsWith('Påmindelse: Trivsel'))).toEqual([true]);
  });

  it('close early only where that is meant, and can be extended', async () => {
    const world = await surveyWorld(app, { teams: [6] });
    await world.open();
    const agent = await hr(world);
    const path = `/api/survey-rounds/${world.roundId}`;
    await agent.put(`${path}/closing-day`).send({ closesOn: '2026-03-10' }).expect(400);
    await agent.put(`${path}/closing-day`).send({ closesOn: '2026-04-15' }).expect(204);
    expect((await agent.get(path)).body.closesOn).toBe('2026-04-15');
    expect((await agent.post(`${path}/closure`).send({}).expect(409)).body.code).toBe('closes-early');
    await agent.delete(path).expect(409);
    await agent.post(`${path}/closure`).send({ early: true }).expect(204);
    expect((await agent.get(path)).body.state).toBe('closed');
    await agent.post(`${path}/reminders`).expect(409);
    await agent.put(`${path}/closing-day`).send({ closesOn: '2026-05-01' }).expect(409);
    await (await hr(await surveyWorld(app))).get(path).expect(404);
  });

  it('open and close by themselves on their days, and a pulse plans the next', async () => {
    const world = await surveyWorld(app, {
      teams: [6],
      round: {
        kind: 'pulse',
        everyWeeks: 4,
        opensOn: localDate('2026-03-16'),
        closesOn: localDate('2026-03-20'),
      },
    });
    const states = async () =>
      (await (await hr(world)).get('/api/survey-rounds')).body.items.map(
        ({ opensOn, state }: { opensOn: string; state: string }) => `${opensOn} ${state}`,
      );
    await tend(world);
    expect(await states()).toEqual(['2026-03-16 planned']);
    app.clock.set('2026-03-16');
    await tend(world);
    await tend(world);
    expect(await states()).toEqual(['2026-03-16 open', '2026-04-13 planned']);
    app.clock.set('2026-03-21');
    await tend(world);
    expect(await states()).toEqual(['2026-04-13 planned', '2026-03-16 closed']);
  });

  it('gather new employees until their workplace has enough, and invite nobody twice', async () => {
    const world = await surveyWorld(app, {
      teams: [3],
      round: { kind: 'newcomers', tenureFrom: 0, tenureTo: 6, closesOn: localDate('2026-12-31') },
    });
    const hire = async (people: number) => {
      for (let index = 0; index < people; index += 1)
        await app.make.employment(world.tenantId, { unitId: world.teamIds[0] ?? '', from: '2026-02-01' });
    };
    await hire(4);
    await world.open();
    expect(await world.links()).toHaveLength(0);
    await hire(1);
    await tend(world);
    expect(await world.links()).toHaveLength(5);
    await hire(2);
    await tend(world);
    expect(await world.links()).toHaveLength(5);
    await hire(3);
    await tend(world);
    const groups = new Set((await world.links()).map(({ groupId }) => groupId));
    expect((await world.links()).length).toBe(10);
    expect(groups.size).toBe(2);
  });

  it('refuse what cannot be', async () => {
    const world = await surveyWorld(app, { teams: [4] });
    const agent = await hr(world);
    const make = (change: object) => agent.post('/api/survey-rounds').send({ ...NEW, ...change });
    expect((await make({}).expect(409)).body.code).toBe('too-few');
    await make({ opensOn: '2026-03-10' }).expect(400);
    await make({ closesOn: '2026-03-10' }).expect(400);
    await make({ minimum: 4 }).expect(400);
    await make({ channels: [] }).expect(400);
    await make({ instrumentId: 'nobody.has' }).expect(404);
  });

  it('print the codes of a shared screen where nothing else is sent', async () => {
    const agent = await hr(await surveyWorld(app, { teams: [6] }));
    const { body: made } = await agent
      .post('/api/survey-rounds')
      .send({ ...NEW, channels: ['kiosk'] })
      .expect(201);
    await app.drainJobs();
    const { body } = await agent.get(`/api/survey-rounds/${made.id}`).expect(200);
    expect(body).toMatchObject({ letterFiles: 1, reached: [{ channel: 'kiosk', invited: 6 }] });
    await agent.get(`/api/survey-rounds/${made.id}/letters.pdf`).expect(200);
  });

  it('print letters with a code each, and say whose in the audit', async () => {
    const world = await surveyWorld(app, { teams: [6] });
    await world.open();
    const agent = await hr(world);
    const path = `/api/survey-rounds/${world.roundId}/letters.pdf`;
    const { body, headers } = await agent.get(path).buffer(true).responseType('blob').expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const [entry] = await world.sql<{ people: number }>(
      "select cardinality(people) as people from audit_entries where tenant_id = $1 and action = 'survey.letters'",
    );
    expect(entry?.people).toBe(6);
    await agent.get(`${path}?part=2`).expect(404);
  });
});
