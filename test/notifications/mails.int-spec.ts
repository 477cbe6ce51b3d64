import { systemActor, type HatActor } from '../../src/access/index.js';
import { lookAtCertificates } from '../../src/notifications/notifications.jobs.js';
import { addMails } from '../../src/notifications/request-mails.repository.js';
import { rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { JobRegistry } from '../../src/platform/jobs/registry.js';
import { KeyStore } from '../../src/platform/storage/key-store.js';
import { makeKeyPair } from '../../src/platform/storage/self-signed.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { mailsOf, payloadsOf, scene } from './scene.js';

describe('mails about signals', () => {
  let post: PostOffice;
  let app: PostOffice['app'];
  beforeAll(async () => {
    post = await openPostOffice();
    app = post.app;
  });
  afterAll(() => post.close());

  describe('a legal deadline', () => {
    it('is written of at once, each warning once, and not again in the digest', async () => {
      const { tenantId, signal, raised, sql } = await scene(app);
      const hr = await post.member('hr-manager', { tenantId });
      await signal({ rule: 'section-7a-talk', warnings: 1 });
      await raised();
      await raised();
      expect((await post.received(hr)).map((mail) => mail.subject)).toEqual([
        'Nærvær: en lovbestemt frist nærmer sig',
      ]);
      await post.sevenOClock();
      expect(await post.received(hr)).toHaveLength(1);
      await sql(`update signals set facts = facts || '{"warnings": 2}' where tenant_id = $1`);
      await raised();
      expect(await post.received(hr)).toHaveLength(2);
      expect(
        (await mailsOf(app, hr)).map(({ template, digest_on, sent }) => [template, digest_on, sent]),
      ).toEqual([
        ['urgent', null, true],
        ['urgent', null, true],
      ]);
    });

    it('takes nothing along that can wait', async () => {
      const { tenantId, elsewhere, signal, raised } = await scene(app);
      const alone = await app.make.employment(tenantId, { unitId: elsewhere });
      const hr = await post.member('hr-manager', { tenantId });
      await signal({ rule: 'section-40-notification', warnings: 1 });
      await signal({ rule: 'contact-day-5' }, alone);
      await raised();
      const [mail] = await post.received(hr);
      expect(mail?.text).toContain('1 lovbestemt frist, der nærmer sig');
      expect(mail?.text).not.toContain('signal om kontakt');
      await post.sevenOClock();
      expect((await post.received(hr)).map((one) => one.subject)).toEqual([
        'Nærvær: en lovbestemt frist nærmer sig',
        'Nærvær: nyt på arbejdslisten',
      ]);
    });
  });

  it('tell human resources of a request and the employee of the answer, and nobody who or what', async () => {
    const { tenantId, elsewhere } = await scene(app);
    const { personId } = await app.make.employment(tenantId, { unitId: elsewhere, name: 'Åse Kær' });
    const hr = await post.member('hr-manager', { tenantId });
    const foreign = await post.member('hr-manager', { tenantId: (await app.make.employer()).tenantId });
    const leader = await post.member('line-manager', { tenantId });
    const employee = await post.member('employee', { tenantId, personId, language: 'en' });
    const other = await post.member('employee', { tenantId });
    const asked = await (
      await app.as(employee)
    )
      .post('/api/own-page/requests')
      .send({ kind: 'correction', text: 'Jeg var ikke syg.' })
      .expect(201);
    await app.drainJobs();
    const [mail, ...more] = await post.received(hr);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Nærvær: en medarbejder har bedt om noget');
    expect(mail?.text).toContain('https://naervaer.example/requests');
    expect(mail?.raw).not.toMatch(/Åse|Kær|syg|correction|rettelse/i);
    await (
      await app.as(hr)
    )
      .post(`/api/employee-requests/${asked.body.id}/decision`)
      .send({ outcome: 'granted', text: 'Rettet.' })
      .expect(204);
    await app.drainJobs();
    expect((await post.received(employee)).map(({ subject }) => subject)).toEqual([
      'Nærvær: there is an answer on your page',
    ]);
    expect(await post.received(hr)).toHaveLength(1);
    for (const nobody of [foreign, leader, other]) expect(await post.received(nobody)).toEqual([]);
  });

  it('tell administrators in good time of a certificate for SAML that ends, the provider’s or the own', async () => {
    const ending = await makeKeyPair('localhost', new Date('2023-05-10T11:00:00Z'));
    const following = await makeKeyPair('localhost', new Date('2026-03-11T11:00:00Z'));
    const signsInWith = async (certificates: string[]) => {
      const { tenantId } = await app.make.employer();
      const administrator = await post.member('administrator', { tenantId });
      const connection = {
        protocol: 'saml',
        name: 'Fjordby login',
        issuer: 'https://idp.example',
        entryPoint: 'https://idp.example/sso',
        certificates,
        emailDomains: ['fjordby.dk'],
        roleMap: [],
        makesUsers: false,
        enabled: true,
      };
      await (await app.as(administrator)).post('/api/sso-connections').send(connection).expect(204);
      return { tenantId, administrator, hr: await post.member('hr-manager', { tenantId }) };
    };
    const one = await signsInWith([ending.certificate]);
    const other = await signsInWith([ending.certificate, following.certificate]);
    const told = async (day: string, hat: HatActor): Promise<number> => {
      const before = (await post.received(hat)).length;
      app.clock.set(day);
      await app.doors.system('test', (tx) => addJob(tx, lookAtCertificates, {}));
      await app.drainJobs();
      return (await post.received(hat)).length - before;
    };
    expect(await told('2026-03-11', one.administrator)).toBe(1);
    const [mail] = await post.received(one.administrator);
    expect(mail?.subject).toBe('Nærvær: et certifikat udløber');
    expect(mail?.text).toContain('https://naervaer.example/sso');
    expect(await told('2026-03-12', one.administrator)).toBe(0);
    expect(await told('2026-05-10', one.administrator)).toBe(1);
    expect(await told('2026-05-11', one.administrator)).toBe(0);
    for (const nobody of [one.hr, other.administrator]) expect(await post.received(nobody)).toEqual([]);
    await app.nest.get(KeyStore).addPair(other.tenantId, ending, 1);
    expect(await told('2026-05-03', other.administrator)).toBe(1);
    const { body } = await (await app.as(other.administrator)).get('/api/sso-connections').expect(200);
    expect(body.connections[0].certificatesEndAt).toBe('2029-03-11T11:00:00.000Z');
    app.clock.set('2026-03-11');
  });

  describe('sending', () => {
    const urgentMail = async () => {
      const { tenantId, signal, raised } = await scene(app);
      const hr = await post.member('hr-manager', { tenantId });
      await signal({ rule: 'section-7a-talk', warnings: 1 });
      return { hr, raised };
    };
    const sendAgain = async (mailId: string): Promise<void> => {
      const { job } = app.nest.get(JobRegistry).get('mail.send');
      await app.doors.system('test', (tx) => addJob(tx, job, { mailId }));
      await app.drainJobs();
    };

    it('repeats under the same Message-ID after a crash between sending and marking', async () => {
      const { hr, raised } = await urgentMail();
      await raised();
      const [sent] = await mailsOf(app, hr);
      await app.doors.system('test', (tx) =>
        rows(tx, 'update mails set sent_at = null where id = $1', [sent?.id]),
      );
      await sendAgain(sent?.id ?? '');
      const ids = (await post.received(hr)).map((mail) => mail.messageId);
      expect(ids).toEqual([`<${sent?.id}@naervaer.example>`, `<${sent?.id}@naervaer.example>`]);
      expect((await mailsOf(app, hr)).map((mail) => mail.sent)).toEqual([true]);
    });

    it('leaves a mail alone that is marked as sent', async () => {
      const { hr, raised } = await urgentMail();
      await raised();
      const [sent] = await mailsOf(app, hr);
      await sendAgain(sent?.id ?? '');
      expect(await post.received(hr)).toHaveLength(1);
    });

    it('tries again when the server refuses, and keeps the address out of what it says', async () => {
      const { hr, raised } = await urgentMail();
      post.server.refuseNext(451);
      await expect(raised()).rejects.toThrow('mail.send');
      expect(await post.received(hr)).toEqual([]);
      const [failed] = await app.doors.system('test', (tx) =>
        rows<{ failure: string }>(
          tx,
          `update outbox set due_at = now() where job = 'mail.send' and done_at is null returning failure`,
        ),
      );
      expect(failed?.failure).toMatch(/^mail [0-9a-f-]{36} was not sent: EMESSAGE 451$/);
      await app.drainJobs();
      expect(await post.received(hr)).toHaveLength(1);
    });

    it('is for the system door: an employer’s own may write a mail and see none', async () => {
      const { hr, raised } = await urgentMail();
      await raised();
      const { sql } = await scene(app);
      expect(await sql('select id from mails where $1::uuid is not null')).toEqual([]);
      await sql(`update mails set sent_at = null where $1::uuid is not null`);
      expect((await mailsOf(app, hr)).map((mail) => mail.sent)).toEqual([true]);
    });

    it('is one a user, whatever the hats, and many are written by as many statements as one', async () => {
      const { tenantId, hr, manager } = await scene(app);
      const machine = { ...hr, userId: `machine:${hr.userId}` };
      const statementsFor = (hats: readonly HatActor[]) =>
        app.doors.within(systemActor('operator command'), tenantId, async (tx) => {
          if (!tx.queryRunner) throw new Error('no transaction');
          const asked = jest.spyOn(tx.queryRunner, 'query');
          await addMails(tx, hats, 'request-asked');
          const statements = asked.mock.calls.length;
          asked.mockRestore();
          return statements;
        });
      const one = await statementsFor([manager]);
      expect(await statementsFor([hr, hr, manager, machine])).toBe(one);
      const written = async (hat: HatActor) =>
        (await mailsOf(app, hat)).map(({ template, content }) => [template, content]);
      const mail = ['request-asked', { counts: null }];
      expect([await written(hr), await written(manager), await written(machine)]).toEqual([
        [mail],
        [mail, mail],
        [],
      ]);
    });

    it('puts ids alone in the payloads', async () => {
      expect((await payloadsOf(app, 'mail.send')).map((payload) => Object.keys(payload))).toContainEqual([
        'mailId',
      ]);
      expect(JSON.stringify(await payloadsOf(app, 'notifications.gather'))).not.toContain('@');
    });
  });
});
