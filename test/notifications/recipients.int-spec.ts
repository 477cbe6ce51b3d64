import { SignalsService } from '../../src/signals/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { endHat, provider, scene } from './scene.js';

describe('who is told of a signal', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  describe('at the employer', () => {
    it.each(['contact-day-1', 'contact-day-5', 'contact-day-14', 'spells-3-in-183-days'])(
      'tells the line manager of %s, and not HR',
      async (rule) => {
        const { signal, raised, told } = await scene(app);
        await signal({ rule });
        await raised();
        expect(await told()).toEqual(['line-manager: signal']);
      },
    );

    it.each(['section-7a-talk', 'section-40-notification'])(
      'tells the line manager and HR of %s',
      async (rule) => {
        const { signal, raised, told } = await scene(app);
        await signal({ rule, warnings: 1 });
        await raised();
        expect(await told()).toEqual(['hr-manager: deadline-1', 'line-manager: deadline-1']);
      },
    );

    it('tells HR where the employee has no manager', async () => {
      const { tenantId, unitId, signal, raised, toldHats, hr } = await scene(app);
      const alone = await app.make.employment(tenantId, { unitId });
      await signal({ rule: 'contact-day-1' }, alone);
      await raised();
      expect(await toldHats()).toEqual([hr.hatId]);
    });

    it('tells HR where the manager has no hat, or has handed it in', async () => {
      const { tenantId, unitId, manager, hr, signal, raised, toldHats } = await scene(app);
      const { personId } = await app.make.employment(tenantId, { unitId });
      const led = await app.make.employment(tenantId, { unitId, managerPersonId: personId });
      await endHat(app, manager);
      await signal({ rule: 'contact-day-1' }, led);
      await signal({ rule: 'contact-day-5' });
      await raised();
      expect(await toldHats()).toEqual([hr.hatId]);
    });

    it('tells the manager of today, not the one before', async () => {
      const { tenantId, unitId, sql, signal, raised, toldHats } = await scene(app);
      const { personId } = await app.make.employment(tenantId, { unitId });
      const newManager = await app.make.hat('line-manager', { tenantId, personId });
      await sql(
        `update employment_terms set valid = '[2020-01-01,2026-03-11)' where tenant_id = $1 and manager_person_id is not null`,
      );
      await sql(
        `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, manager_person_id)
         select tenant_id, employment_id, '[2026-03-11,)', unit_id, 37, $2 from employment_terms
         where tenant_id = $1 and manager_person_id is not null`,
        personId,
      );
      await signal({ rule: 'contact-day-1' });
      await raised();
      expect(await toldHats()).toEqual([newManager.hatId]);
    });

    it('tells nobody at another employer and no other role', async () => {
      const other = await scene(app);
      const { tenantId, signal, raised, toldHats, manager } = await scene(app);
      await app.make.hat('administrator', { tenantId });
      await app.make.hat('employee-representative', { tenantId });
      await app.make.hat('line-manager', { tenantId, personId: other.manager.personId ?? '' });
      await signal({ rule: 'contact-day-1' });
      await raised();
      expect(await toldHats()).toEqual([manager.hatId]);
      expect(await other.told()).toEqual([]);
    });

    it('tells nobody before go-live', async () => {
      const { signal, raised, told } = await scene(app, { live: false });
      await signal({ rule: 'section-7a-talk', warnings: 1 });
      await raised();
      expect(await told()).toEqual([]);
    });
  });

  describe('at a provider', () => {
    it('tells consultants of units below the one their mandate names, and the team lead nothing yet', async () => {
      const { tenantId, workplace, signal, raised, toldHats, manager } = await scene(app);
      const { providerId, consultant } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace] });
      await signal({ rule: 'contact-day-14' });
      await raised();
      expect((await toldHats()).sort()).toEqual([consultant.hatId, manager.hatId].sort());
    });

    it('tells a consultant once, of two mandates', async () => {
      const { tenantId, workplace, unitId, signal, raised, told } = await scene(app);
      const { providerId } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace, unitId] });
      await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
      await signal({ rule: 'days-15-in-365' });
      await raised();
      expect(await told()).toEqual(['line-manager: signal', 'retention-consultant: signal']);
    });

    it.each([
      ['whose mandate does not name the rule', { rules: ['contact-day-14', 'days-15-in-365'] }],
      ['whose mandate has ended', { valid: '[2020-01-01,2026-03-11)' }],
      ['whose mandate has not begun', { valid: '[2026-03-12,)' }],
    ])('tells no consultant %s', async (_words, terms) => {
      const { tenantId, workplace, signal, raised, told } = await scene(app);
      const { providerId } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace], ...terms });
      await signal({ rule: 'contact-day-5' });
      await raised();
      expect(await told()).toEqual(['line-manager: signal']);
    });

    it('tells no consultant of another unit or another employer', async () => {
      const other = await scene(app);
      const { tenantId, elsewhere, signal, raised, told } = await scene(app);
      const { providerId } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [elsewhere] });
      await app.make.mandate(other.tenantId, { providerId, unitIds: [other.workplace] });
      await signal({ rule: 'contact-day-14' });
      await raised();
      expect(await told()).toEqual(['line-manager: signal']);
    });

    it('tells no consultant of a legal deadline', async () => {
      const { tenantId, workplace, signal, raised, told } = await scene(app);
      const { providerId } = await provider(app);
      await app.make.mandate(tenantId, {
        providerId,
        unitIds: [workplace],
        rules: ['section-7a-talk', 'contact-day-14'],
      });
      await signal({ rule: 'section-7a-talk', warnings: 1 });
      await raised();
      expect(await told()).toEqual(['hr-manager: deadline-1', 'line-manager: deadline-1']);
    });

    it('tells the team lead and HR of one left unclaimed', async () => {
      const { tenantId, workplace, sql, signal, raised, told } = await scene(app);
      const { providerId } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace] });
      const id = await signal({ rule: 'contact-day-14' });
      await raised();
      await sql('update signals set escalated_at = now() where tenant_id = $1 and id = $2', id);
      await raised();
      expect(await told()).toEqual([
        'hr-manager: unclaimed',
        'line-manager: signal',
        'retention-consultant: signal',
        'team-lead: unclaimed',
      ]);
    });

    it('leaves the team lead in peace when it was taken meanwhile', async () => {
      const { tenantId, workplace, sql, signal, raised, told } = await scene(app);
      const { providerId, consultant } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace] });
      await signal({ rule: 'contact-day-14', escalated: true });
      await sql(
        'update signals set claimed_by_hat = $2, claimed_at = now() where tenant_id = $1',
        consultant.hatId,
      );
      await raised();
      expect(await told()).toEqual(['line-manager: signal', 'retention-consultant: signal']);
    });
  });

  it('goes all the way from a spell: on day 14 the line manager, and of the talk of § 7 a HR too', async () => {
    const { tenantId, employmentId, told } = await scene(app);
    await app.make.spell(tenantId, { employmentId, from: '2026-02-26' });
    await app.nest.get(SignalsService).look(tenantId);
    await app.drainJobs();
    expect(await told()).toEqual([
      'hr-manager: deadline-1',
      'line-manager: deadline-1',
      'line-manager: signal',
    ]);
  });

  describe('once', () => {
    it('tells nobody twice, however often it is said', async () => {
      const { signal, raised, told } = await scene(app);
      await signal({ rule: 'contact-day-1' });
      await raised();
      await raised();
      expect(await told()).toEqual(['line-manager: signal']);
    });

    it('tells who joins later nothing of what stands already', async () => {
      const { tenantId, workplace, signal, raised, told } = await scene(app);
      await signal({ rule: 'contact-day-14' });
      await raised();
      const { providerId } = await provider(app);
      await app.make.mandate(tenantId, { providerId, unitIds: [workplace] });
      await raised();
      expect(await told()).toEqual(['line-manager: signal']);
    });

    it('tells of each warning of a deadline', async () => {
      const { sql, signal, raised, told } = await scene(app);
      const id = await signal({ rule: 'section-7a-talk', warnings: 1 });
      await raised();
      await sql(`update signals set facts = facts || '{"warnings": 2}' where tenant_id = $1 and id = $2`, id);
      await raised();
      expect(await told()).toEqual([
        'hr-manager: deadline-1',
        'hr-manager: deadline-2',
        'line-manager: deadline-1',
        'line-manager: deadline-2',
      ]);
    });

    it.each(['withdrawn_at', 'acted_at', 'reason_ended_on'])(
      'tells nobody of a signal that is over (%s)',
      async (column) => {
        const { sql, signal, raised, told } = await scene(app);
        await signal({ rule: 'section-7a-talk', warnings: 1 });
        await sql(`update signals set ${column} = now() where tenant_id = $1`);
        await raised();
        expect(await told()).toEqual([]);
      },
    );
  });
});
