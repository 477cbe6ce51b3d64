import { change } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { scene, short } from './scene.js';

describe('raising signals', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('raises each contact day on its day, the later in place of the earlier (definitions 1.5, 2.3)', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02');
    for (const day of ['02', '03', '05', '06', '07']) await look(`2026-03-${day}`);
    expect(short(await signals())).toEqual([
      'contact-day-1 2026-03-02 ended 2026-03-06',
      'contact-day-5 2026-03-06',
    ]);
    expect((await signals()).map(({ due, late }) => [due, late])).toEqual([
      ['2026-03-02', false],
      ['2026-03-06', false],
    ]);
  });

  it('keeps what it saw: days and ids, no kind', async () => {
    const { sick, look, signals } = await scene(app);
    const id = await sick('2026-03-02', null, 'partial-sickness');
    await look('2026-03-02');
    const [signal] = await signals();
    expect(signal?.facts).toEqual({ count: 1, spells: [{ id, firstOn: '2026-03-02', lastOn: null }] });
  });

  it('gives a contact day at the weekend until the next working day (definitions 4.6)', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02');
    await look('2026-03-15');
    const contact = (await signals()).filter(({ rule }) => rule.startsWith('contact'));
    expect(contact).toMatchObject([{ rule: 'contact-day-14', due: '2026-03-16', late: false }]);
  });

  it('raises only the latest of several contact days that nobody knew of, marked (definitions 2.3)', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02');
    await look('2026-03-09');
    expect(await signals()).toMatchObject([{ rule: 'contact-day-5', raised: '2026-03-09', late: true }]);
  });

  it('raises nothing for a spell that is over (definitions 2.3)', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02', '2026-03-10');
    await look('2026-03-11');
    expect(await signals()).toEqual([]);
  });

  it('raises nothing before go-live (definitions 4.7)', async () => {
    const { sick, look, signals } = await scene(app, { live: false });
    await sick('2026-03-02');
    await look('2026-03-02');
    expect(await signals()).toEqual([]);
  });

  it('does nothing more when it looks again, also at the same time', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02');
    await Promise.all([look('2026-03-06'), look('2026-03-06'), look('2026-03-06')]);
    await look('2026-03-06');
    expect(short(await signals())).toEqual(['contact-day-5 2026-03-06']);
  });

  it('ends a contact day when the person is back, and a window when it is no longer full', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-01-05', '2026-01-06');
    await sick('2026-02-02', '2026-02-03');
    await sick('2026-03-02', '2026-03-03');
    await look('2026-03-02');
    await look('2026-03-04');
    expect(short(await signals())).toEqual([
      'contact-day-1 2026-03-02 ended 2026-03-04',
      'spells-3-in-183-days 2026-03-02',
    ]);
    // 5 January + 183 days.
    await look('2026-07-06');
    await look('2026-07-07');
    expect(short(await signals())[1]).toBe('spells-3-in-183-days 2026-03-02 ended 2026-07-07');
  });

  it('lets a further spell update the standing signal (definitions 4.3)', async () => {
    const { sick, look, signals } = await scene(app);
    for (const day of ['2026-01-05', '2026-02-02', '2026-03-02']) await sick(day, day);
    await look('2026-03-03');
    await sick('2026-03-09', '2026-03-09');
    await look('2026-03-10');
    const window = (await signals()).filter(({ rule }) => rule.startsWith('spells'));
    expect(window).toHaveLength(1);
    expect(window[0]?.facts).toMatchObject({ count: 4 });
    expect(window[0]?.facts.spells).toHaveLength(4);
  });

  it('does not raise a window again that was acted on, while its reason lasts', async () => {
    const { sick, look, signals, act } = await scene(app);
    for (const day of ['2026-01-05', '2026-02-02', '2026-03-02']) await sick(day, day);
    await look('2026-03-03');
    await act();
    await sick('2026-03-09', '2026-03-09');
    await look('2026-03-10');
    expect(short(await signals())).toEqual(['spells-3-in-183-days 2026-03-03']);
    // The reason ends 183 days after 2 February and comes back with spells of its own.
    await look('2026-08-20');
    for (const day of ['2026-08-24', '2026-08-26', '2026-08-28']) await sick(day, day);
    await look('2026-08-29');
    expect(short(await signals()).filter((line) => line.startsWith('spells'))).toEqual([
      'spells-3-in-183-days 2026-03-03 ended 2026-08-20',
      'spells-3-in-183-days 2026-08-29',
    ]);
  });

  it('withdraws what a correction takes the reason from (definitions 4.3)', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-02');
    await look('2026-03-06');
    await sql(`update spells set last_on = '2026-03-04' where tenant_id = $1 and id = $2`, id);
    await look('2026-03-07');
    expect(short(await signals())).toEqual(['contact-day-5 2026-03-06 withdrawn']);
  });

  it('withdraws a signal whose spell was deleted, also when it had already ended', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-02');
    await look('2026-03-02');
    await sql(`update spells set last_on = '2026-03-03' where tenant_id = $1 and id = $2`, id);
    await look('2026-03-04');
    expect(short(await signals())).toEqual(['contact-day-1 2026-03-02 ended 2026-03-04']);
    await sql('delete from spells where tenant_id = $1 and id = $2', id);
    await look('2026-03-09');
    expect(short(await signals())).toEqual(['contact-day-1 2026-03-02 ended 2026-03-04 withdrawn']);
  });

  it('ends, and does not withdraw, where the reason once held', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-02');
    await look('2026-03-06');
    await sql(`update spells set last_on = '2026-03-06' where tenant_id = $1 and id = $2`, id);
    await look('2026-03-20');
    expect(short(await signals())).toEqual(['contact-day-5 2026-03-06 ended 2026-03-20']);
  });

  it('takes a signal up again when the spell turns out to go on', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-02', '2026-03-06');
    await look('2026-03-06');
    await look('2026-03-09');
    expect(short(await signals())).toEqual(['contact-day-5 2026-03-06 ended 2026-03-09']);
    await sql('update spells set last_on = null where tenant_id = $1 and id = $2', id);
    await look('2026-03-10');
    expect(short(await signals())).toEqual(['contact-day-5 2026-03-06']);
  });

  it('stays with its spell when a correction moves the first day (definitions 3.3)', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-03');
    await look('2026-03-03');
    await look('2026-03-07');
    await sql(`update spells set first_on = '2026-03-02' where tenant_id = $1 and id = $2`, id);
    await look('2026-03-08');
    expect(short(await signals())).toEqual([
      'contact-day-1 2026-03-03 ended 2026-03-07',
      'contact-day-5 2026-03-07',
    ]);
    await look('2026-03-15');
    expect(short(await signals())[2]).toBe('contact-day-14 2026-03-15');
  });

  it('raises anew a contact day that a later first day has taken back', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-02');
    await look('2026-03-06');
    await sql(`update spells set first_on = '2026-03-04' where tenant_id = $1 and id = $2`, id);
    await look('2026-03-07');
    await look('2026-03-08');
    expect(short(await signals())).toEqual([
      'contact-day-5 2026-03-06 withdrawn',
      'contact-day-1 2026-03-07 ended 2026-03-08',
      'contact-day-5 2026-03-08',
    ]);
  });

  it('goes on with one episode over rows that touch', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-02-27', '2026-02-28');
    await look('2026-02-27');
    await sick('2026-03-01', null, 'partial-sickness');
    await look('2026-03-01');
    await look('2026-03-03');
    expect(short(await signals())).toEqual([
      'contact-day-1 2026-02-27 ended 2026-03-03',
      'contact-day-5 2026-03-03',
    ]);
  });

  it('raises no second day 28 for a spell of more than a year, and ends it when the person is back', async () => {
    const { sick, look, signals, sql } = await scene(app);
    for (let month = 1; month <= 12; month += 1) {
      const first = `2024-${String(month).padStart(2, '0')}-01`;
      const last = new Date(Date.UTC(2024, month, 0)).toISOString().slice(0, 10);
      await sick(first, last);
    }
    const rest = await sick('2025-01-01');
    await look('2024-01-28');
    await look('2025-06-01');
    await look('2025-06-02');
    const contact = async (): Promise<string[]> =>
      short(await signals()).filter((line) => line.startsWith('contact'));
    expect(await contact()).toEqual(['contact-day-28 2024-01-28']);
    await sql(`update spells set last_on = '2025-06-02' where tenant_id = $1 and id = $2`, rest);
    await look('2025-06-04');
    expect(await contact()).toEqual(['contact-day-28 2024-01-28 ended 2025-06-04']);
  });

  it('gives back what was taken by a consultant who is gone, or whose mandate is', async () => {
    const { tenantId, unitId, sick, look, sql } = await scene(app);
    const providerId = await app.make.provider();
    const valid = '[2026-01-01,2026-03-10)';
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId], valid });
    const { hatId } = await app.make.hat('retention-consultant', { providerId });
    const take = () => sql('update signals set claimed_by_hat = $2 where tenant_id = $1', hatId);
    const taken = async (): Promise<number> =>
      (
        await sql(
          'select 1 from signals where tenant_id = $1 and claimed_by_hat is not null and reason_ended_on is null',
        )
      ).length;
    await sick('2026-03-02');
    await look('2026-03-09');
    await take();
    await look('2026-03-09');
    expect(await taken()).toBe(1);
    await look('2026-03-10');
    expect(await taken()).toBe(0);
    await take();
    await app.doors.system('end a role', (tx) =>
      change(tx, 'update hats set ended_at = now() where id = $1', [hatId]),
    );
    await look('2026-03-09');
    expect(await taken()).toBe(0);
  });

  it('passes on what no consultant took within two working days (definitions 4.2)', async () => {
    const { tenantId, unitId, sick, look, sql } = await scene(app);
    const escalated = async (): Promise<number> =>
      (await sql('select 1 from signals where tenant_id = $1 and escalated_at is not null')).length;
    await sick('2026-03-02');
    await look('2026-03-02');
    await look('2026-03-04');
    expect(await escalated()).toBe(0);
    await app.make.mandate(tenantId, { providerId: await app.make.provider(), unitIds: [unitId] });
    await look('2026-03-03');
    expect(await escalated()).toBe(0);
    await look('2026-03-04');
    expect(await escalated()).toBe(1);
  });
});
