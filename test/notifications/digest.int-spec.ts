import { NotificationsService } from '../../src/notifications/notifications.service.js';
import { JobRegistry } from '../../src/platform/jobs/registry.js';
import { onboardingScene } from '../onboarding/scene.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { endHat, mailsOf, provider, scene } from './scene.js';

describe('the digest', () => {
  let post: PostOffice;
  let app: PostOffice['app'];
  beforeAll(async () => {
    post = await openPostOffice();
    app = post.app;
  });
  afterAll(() => post.close());

  it('comes at seven in the morning, Danish time', () => {
    expect(app.nest.get(JobRegistry).get('notifications.digest').schedule).toEqual({
      cron: '0 7 * * *',
      timezone: 'Europe/Copenhagen',
    });
  });

  it('counts what is new in one mail, with a link and no more', async () => {
    const { tenantId, signal, raised } = await scene(app);
    const { personId } = await app.make.employment(tenantId, { unitId: await app.make.unit(tenantId) });
    const led = await app.make.employment(tenantId, {
      unitId: await app.make.unit(tenantId, { name: 'Børnehaven Ærøhus' }),
      managerPersonId: personId,
      name: 'Åse Østergård',
    });
    const leader = await post.member('line-manager', { tenantId, personId });
    await signal({ rule: 'contact-day-1' }, led);
    await signal({ rule: 'spells-3-in-183-days' }, led);
    await raised();
    expect(await post.received(leader)).toEqual([]);
    await post.sevenOClock();
    const [mail, ...more] = await post.received(leader);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Nærvær: nyt på arbejdslisten');
    expect(mail?.text).toContain('2 nye signaler om kontakt\n');
    expect(mail?.text).toContain('https://naervaer.example/signals');
    expect(mail?.raw).not.toMatch(/Østergård|Åse|Ærøhus|contact-day|2026-03|Søren/);
  });

  it('is one mail row, linked from its notices, with counts and nothing else', async () => {
    const { signal, raised, manager, sql } = await scene(app);
    await signal({ rule: 'contact-day-1' });
    await raised();
    await post.sevenOClock();
    const [mail, ...more] = await mailsOf(app, manager);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      template: 'digest',
      digest_on: '2026-03-11',
      content: { counts: { signal: 1, deadline: 0, unit: 0, introduction: 0, unclaimed: 0 } },
    });
    expect(await sql('select mail_id from notices where tenant_id = $1')).toEqual([{ mail_id: mail?.id }]);
  });

  it('comes once though it is prepared twice, and what came after it waits for the next day', async () => {
    const { tenantId, workplace, signal, raised, elsewhere } = await scene(app);
    const { personId } = await app.make.employment(tenantId, { unitId: workplace });
    const leader = await post.member('line-manager', { tenantId, personId });
    const led = await app.make.employment(tenantId, { unitId: elsewhere, managerPersonId: personId });
    await signal({ rule: 'contact-day-1' }, led);
    await raised();
    await post.sevenOClock();
    await post.sevenOClock();
    expect(await post.received(leader)).toHaveLength(1);
    await signal({ rule: 'contact-day-5' }, led);
    await raised();
    await post.sevenOClock();
    expect(await post.received(leader)).toHaveLength(1);
    app.clock.set('2026-03-12');
    await post.sevenOClock();
    app.clock.set('2026-03-11');
    expect((await post.received(leader)).map((mail) => /\d+ nyt? .*/.exec(mail.text)?.[0])).toEqual([
      '1 nyt signal om kontakt',
      '1 nyt signal om kontakt',
    ]);
  });

  it('is written once when two workers gather it side by side', async () => {
    const { tenantId, signal, raised } = await scene(app);
    const hr = await post.member('hr-manager', { tenantId });
    const alone = await app.make.employment(tenantId, { unitId: await app.make.unit(tenantId) });
    await signal({ rule: 'contact-day-1' }, alone);
    await raised();
    const service = app.nest.get(NotificationsService);
    const day = app.clock.today();
    await Promise.all([1, 2, 3].map(() => service.gather(hr.userId, day)));
    await app.drainJobs();
    expect(await mailsOf(app, hr)).toHaveLength(1);
    expect(await post.received(hr)).toHaveLength(1);
  });

  it('gathers the employers of a consultant, in the language of the hat', async () => {
    const { providerId } = await provider(app);
    const consultant = await post.member('retention-consultant', { providerId, language: 'en' });
    for (let employer = 0; employer < 2; employer += 1) {
      const { tenantId, workplace, signal, raised } = await scene(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace] });
      await signal({ rule: 'contact-day-14' });
      await raised();
    }
    await post.sevenOClock();
    const [mail, ...more] = await post.received(consultant);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Nærvær: news on your worklist');
    expect(mail?.text).toContain('2 new signals to act on');
  });

  it('gathers the hats of one user', async () => {
    const { tenantId, workplace, elsewhere, signal, raised } = await scene(app);
    const { personId } = await app.make.employment(tenantId, { unitId: workplace });
    const led = await app.make.employment(tenantId, { unitId: elsewhere, managerPersonId: personId });
    const alone = await app.make.employment(tenantId, { unitId: elsewhere });
    const leader = await post.member('line-manager', { tenantId, personId });
    await post.member('hr-manager', { tenantId }, await post.address(leader));
    await signal({ rule: 'contact-day-1' }, led);
    await signal({ rule: 'contact-day-1' }, alone);
    await raised();
    await post.sevenOClock();
    expect((await post.received(leader)).map((mail) => mail.text)).toEqual([
      expect.stringContaining('2 nye signaler om kontakt'),
    ]);
  });

  it('leaves out what is over by then, and says nothing where nothing is left', async () => {
    const { signal, raised, manager, sql, told } = await scene(app);
    await signal({ rule: 'contact-day-1' });
    await raised();
    await sql('update signals set withdrawn_at = now() where tenant_id = $1');
    await post.sevenOClock();
    expect(await mailsOf(app, manager)).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('says nothing to a consultant whose mandate has ended meanwhile, nor to a hat handed in', async () => {
    const { tenantId, workplace, signal, raised, manager, sql, told } = await scene(app);
    const { providerId, consultant } = await provider(app);
    await app.make.mandate(tenantId, { providerId, unitIds: [workplace] });
    await signal({ rule: 'contact-day-14' });
    await raised();
    expect(await told()).toHaveLength(2);
    await sql(`update mandates set valid = '[2020-01-01,2026-03-11)' where tenant_id = $1`);
    await endHat(app, manager);
    await post.sevenOClock();
    expect(await mailsOf(app, consultant)).toEqual([]);
    expect(await mailsOf(app, manager)).toEqual([]);
  });

  it('comes to nothing for a user who is gone', async () => {
    const { signal, raised, manager } = await scene(app);
    await signal({ rule: 'contact-day-1' });
    await raised();
    await post.sevenOClock();
    expect((await mailsOf(app, manager)).map((mail) => mail.sent)).toEqual([false]);
  });

  it('reminds whoever is responsible of a step three working days before it is due, once', async () => {
    const { tenantId, leader, bo, hire, follow, hr, sql } = await onboardingScene(app);
    const lone = await post.member('line-manager', { tenantId, personId: leader.personId });
    const bodil = await post.member('hr-manager', { tenantId, language: 'en' });
    const buddy = await post.member('employee', { tenantId, personId: bo.personId });
    const ane = await hire('Ane Østergård', '2026-03-16');
    await follow();
    const [introduction] = await sql<{ id: string }>(
      'select id from introductions where tenant_id = $1 and person_id = $2',
      ane.personId,
    );
    await hr.put(`/api/introductions/${introduction?.id}/buddy`).send({ personId: bo.personId }).expect(204);
    const told = async (day: string): Promise<(string | null)[]> => {
      app.clock.set(day);
      await post.sevenOClock();
      const last = await Promise.all([lone, buddy, bodil].map((hat) => post.received(hat)));
      return last.map((mails) => /^\d+ (trin|steps?) .*/m.exec(mails.at(-1)?.text ?? '')?.[0] ?? null);
    };
    // Due on Monday 16 March: the leader's two of before and on day 1, and the new employee's, which the leader sees to.
    expect(await told('2026-03-11')).toEqual([
      '3 trin i introduktioner skal gøres i dag eller inden for tre arbejdsdage.',
      null,
      null,
    ]);
    const [mail] = await post.received(lone);
    expect(mail?.text).toContain('https://naervaer.example/introductions');
    expect(mail?.raw).not.toMatch(/Østergård|Ane|Plejen|2026-03/);
    await told('2026-03-12');
    expect(await post.received(lone)).toHaveLength(1);
    // Week 1 ends on Sunday the 22nd, so the buddy's is due on Friday the 20th.
    const ofBuddy = '1 trin i en introduktion skal gøres i dag eller inden for tre arbejdsdage.';
    expect((await told('2026-03-16'))[1]).toBeNull();
    expect((await told('2026-03-17'))[1]).toBe(ofBuddy);
    // A step that moves is reminded of anew.
    await sql(
      `update introduction_steps set due_on = '2026-03-27' where tenant_id = $1 and introduction_id = $2 and due_on = '2026-03-20'
       returning introduction_id as id`,
      introduction?.id,
    );
    await told('2026-03-23');
    expect(await post.received(buddy)).toHaveLength(1);
    await told('2026-03-24');
    expect(await post.received(buddy)).toHaveLength(2);
    // Day 30 is Tuesday 14 April.
    expect((await told('2026-04-08'))[2]).toBeNull();
    expect((await told('2026-04-09'))[2]).toBe(
      '1 step of an introduction is due today or within three working days.',
    );
    expect(await post.received(buddy)).toHaveLength(2);
    app.clock.set('2026-03-11');
  });
});
