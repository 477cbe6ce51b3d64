import fc from 'fast-check';
import { systemActor } from '../../src/access/index.js';
import { SignalsService } from '../../src/signals/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { dayText, record } from './history.js';
import { FIRST_DAY, randomPeople } from './random-history.js';
import { scene } from './scene.js';

describe('raising, whatever the history', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('agrees with the rules on each day, and changes nothing when it looks twice', async () => {
    await fc.assert(
      fc.asyncProperty(randomPeople, fc.integer({ min: 100, max: 700 }), async (people, start) => {
        const { tenantId, unitId, sql, look } = await scene(app);
        await record(app.doors, tenantId, people, unitId);
        const standing = (): Promise<{ rule: string; number: string }[]> =>
          sql(
            `select rule, person_key as number from signals join people on people.tenant_id = $1 and people.id = person_id
             where signals.tenant_id = $1 and reason_ended_on is null and withdrawn_at is null order by 1, 2`,
          );
        for (const on of [start, start + 1, start + 9].map((days) => dayText(FIRST_DAY + days))) {
          await look(on);
          const { rules } = await app.nest
            .get(SignalsService)
            .onDate(systemActor('operator command'), { tenantId, on: localDate(on) });
          const found = await standing();
          for (const window of ['spells-3-in-183-days', 'days-15-in-365']) {
            const keys = (rules[window] ?? []).map((number) => number.split('-')[0]).sort();
            expect(found.filter(({ rule }) => rule === window).map(({ number }) => number)).toEqual(keys);
          }
          const contact = found.filter(({ rule }) => rule.startsWith('contact')).map(({ number }) => number);
          expect(new Set(contact).size).toBe(contact.length);
          const before = await sql('select * from signals where tenant_id = $1 order by id');
          await look(on);
          expect(await sql('select * from signals where tenant_id = $1 order by id')).toEqual(before);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
