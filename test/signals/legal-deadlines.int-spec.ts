import { startTestApp, type TestApp } from '../harness/app.js';
import { scene, short } from './scene.js';

describe('legal deadlines', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('warns of the talk of § 7 a from day 14 and of § 40 from + 23 (definitions 4.8)', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02');
    await look('2026-03-15');
    await look('2026-03-22');
    await look('2026-03-25');
    const legal = (await signals()).filter(({ rule }) => rule.startsWith('section'));
    expect(legal).toMatchObject([
      { rule: 'section-7a-talk', raised: '2026-03-15', due: '2026-03-30', facts: { warnings: 2 } },
      { rule: 'section-40-notification', raised: '2026-03-25', due: '2026-04-06', facts: { warnings: 1 } },
    ]);
  });

  it('raises no legal deadline that has already passed', async () => {
    const { sick, look, signals } = await scene(app);
    await sick('2026-03-02');
    await look('2026-03-31');
    expect(short(await signals())).toEqual([
      'contact-day-28 2026-03-31',
      'days-15-in-365 2026-03-31',
      'section-40-notification 2026-03-31',
    ]);
  });

  it.each([
    ['2026-04-27', 0],
    ['2026-04-28', 1],
  ])('asks for no talk of § 7 a with who leaves within 8 weeks: %s', async (leaves, expected) => {
    const { sick, look, signals } = await scene(app, { leaves });
    await sick('2026-03-02');
    await look('2026-03-16');
    expect((await signals()).filter(({ rule }) => rule === 'section-7a-talk')).toHaveLength(expected);
  });

  it('moves a legal deadline with the first day', async () => {
    const { sick, look, signals, sql } = await scene(app);
    const id = await sick('2026-03-02');
    await look('2026-03-16');
    await sql(`update spells set first_on = '2026-03-01' where tenant_id = $1 and id = $2`, id);
    await look('2026-03-17');
    const legal = (await signals()).filter(({ rule }) => rule === 'section-7a-talk');
    expect(legal).toMatchObject([{ due: '2026-03-29', ended: null, withdrawn: false }]);
  });
});
