import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { localDate } from '../../src/shared/local-date.js';
import type { Instrument } from '../../src/surveys/instruments/domain/instrument.js';
import { kioskCode, linkText } from '../../src/surveys/rounds/domain/invitation-link.js';
import { openRound } from '../../src/surveys/rounds/rounds.jobs.js';
import { insertRound, type NewRound } from '../../src/surveys/rounds/rounds.repository.js';
import { openSecrets } from '../../src/surveys/rounds/secrets.js';
import type { TestApp } from '../harness/app.js';

const test = systemActor('operator command');
const words = (text: string) => ({ da: text, en: text });

/** Three items of five choices and a comment. */
export const INSTRUMENT: Instrument = {
  id: 'test.pulse',
  version: 1,
  name: words('Puls'),
  introduction: null,
  licence: { holder: '', terms: words(''), commercialUse: 'yes', checkedOn: '2026-01-01', source: '' },
  items: [
    ...['a', 'b', 'c'].map((id) => ({
      id,
      kind: 'scale' as const,
      wording: words(id),
      choices: [1, 2, 3, 4, 5].map((value) => ({
        value,
        wording: words(`${value}`),
        score: (value - 1) * 25,
      })),
      reversed: false,
      required: true,
    })),
    { id: 'more', kind: 'comment', wording: words('more'), choices: [], reversed: false, required: false },
  ],
  scales: [],
  pages: [{ heading: null, itemIds: ['a', 'b', 'c', 'more'] }],
};

export const SUITE = RSABSSA.SHA384.PSS.Randomized();

/** What a respondent's browser has in hand. */
export interface Token {
  readonly tenantId: string;
  readonly fingerprint: string;
  readonly token: string;
  readonly signature: string;
}
export const tokenHash = ({ token }: Token): string =>
  createHash('sha256').update(Buffer.from(token, 'base64')).digest('hex');

export const importKey = (spki: string) =>
  webcrypto.subtle.importKey(
    'spki',
    Buffer.from(spki, 'base64'),
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  );

interface Options {
  /** People of each team. */
  readonly teams?: readonly number[];
  readonly round?: Partial<NewRound>;
}

/** An employer with teams of so many people, and a round that asks them. */
export const surveyWorld = async (app: TestApp, { teams = [6], round = {} }: Options = {}) => {
  const { tenantId } = await app.make.employer();
  const workplace = await app.make.unit(tenantId);
  const teamIds: string[] = [];
  for (const people of teams) {
    const unitId = await app.make.unit(tenantId, { parentId: workplace });
    teamIds.push(unitId);
    for (let index = 0; index < people; index += 1) await app.make.employment(tenantId, { unitId });
  }
  const sql = <T>(text: string, ...more: unknown[]): Promise<T[]> =>
    app.doors.within(test, tenantId, (tx) => rows<T>(tx, text, [tenantId, ...more]));
  const add = async (more: Partial<NewRound> = {}): Promise<string> => {
    const id = await app.doors.within(test, tenantId, (tx) =>
      insertRound(tx, {
        tenantId,
        seriesId: null,
        kind: 'once',
        title: words('Trivsel'),
        instrument: INSTRUMENT,
        everyWeeks: null,
        opensOn: app.clock.today(),
        closesOn: localDate('2026-03-31'),
        unitIds: [],
        jobGroups: [],
        tenureFrom: null,
        tenureTo: null,
        channels: ['letter', 'kiosk'],
        minimum: 5,
        hatId: null,
        ...round,
        ...more,
      }),
    );
    if (id === null) throw new Error('no round was made');
    return id;
  };
  const roundId = await add();
  const open = async (id = roundId): Promise<void> => {
    await app.doors.within(test, tenantId, (tx) => addJob(tx, openRound, { tenantId, roundId: id }));
    await app.drainJobs();
  };
  const secrets = await openSecrets(app.nest.get(Cipher), tenantId);

  return {
    tenantId,
    workplace,
    teamIds,
    roundId,
    sql,
    add,
    open,
    /** The links of the invited, group by group. */
    links: async (id = roundId) => {
      const found = await sql<{ invitationId: string; groupId: string; fingerprint: string }>(
        `select i.invitation_id as "invitationId", i.group_id as "groupId", g.fingerprint from survey_invitations i
         join survey_groups g on g.tenant_id = i.tenant_id and g.round_id = i.round_id and g.group_id = i.group_id
         where i.tenant_id = $1 and i.round_id = $2 order by i.group_id, i.invitation_id`,
        id,
      );
      return found.map(({ invitationId, groupId, fingerprint }) => ({
        invitationId,
        groupId,
        code: kioskCode(secrets.ofCode(invitationId)),
        link: linkText({ tenantId, invitationId, fingerprint, secret: secrets.ofLink(invitationId) }),
      }));
    },
    answers: (id = roundId) =>
      sql<{ groupId: string; answers: Record<string, unknown> }>(
        'select group_id as "groupId", answers from survey_answers where tenant_id = $1 and round_id = $2',
        id,
      ),
    round: async (id = roundId) => {
      const [found] = await sql<{ openedAt: Date | null; closedAt: Date | null }>(
        'select opened_at as "openedAt", closed_at as "closedAt" from survey_rounds where tenant_id = $1 and round_id = $2',
        id,
      );
      return found ?? null;
    },
  };
};
export type SurveyWorld = Awaited<ReturnType<typeof surveyWorld>>;

/** What a browser does with a link: opens it, blinds a token, has it signed and unblinds it. */
export const fetchToken = async (app: Pick<TestApp, 'anonymous'>, link: string): Promise<Token> => {
  const opened = await app.anonymous.post('/api/survey-invitations/openings').send({ link }).expect(200);
  const key = await importKey(opened.body.publicKey);
  const prepared = SUITE.prepare(randomBytes(32));
  const { blindedMsg, inv } = await SUITE.blind(key, prepared);
  const issued = await app.anonymous
    .post('/api/survey-invitations/tokens')
    .send({ link, blinded: Buffer.from(blindedMsg).toString('base64') })
    .expect(200);
  const signature = await SUITE.finalize(key, prepared, Buffer.from(issued.body.signature, 'base64'), inv);
  return {
    tenantId: opened.body.tenantId,
    fingerprint: opened.body.fingerprint,
    token: Buffer.from(prepared).toString('base64'),
    signature: Buffer.from(signature).toString('base64'),
  };
};

export const spend = (app: Pick<TestApp, 'anonymous'>, token: Token, answers: object) =>
  app.anonymous.post('/api/survey-answers').send({ ...token, answers });

export const countRows = async (world: SurveyWorld, table: string): Promise<number> =>
  (await world.sql<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`))[0]?.n ?? 0;
