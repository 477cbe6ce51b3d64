import { randomBytes, randomUUID } from 'node:crypto';
import { fetchToken, importKey, SUITE, surveyWorld, tokenHash } from '../../surveys/survey-world.js';
import { resourceFor } from '../world/resources.js';
import type { Operation } from '../world/operations.js';
import type { World } from '../world/world.js';
import { ask, at, elsewhere, request, type Entrance, type Headers } from './caller.js';
import { SIGN_IN_ENTRANCES } from './sign-in-entrances.js';

const hrOf = (world: World): Headers => ({ authorization: world.authorization('hr-manager') });
const own = (world: World): string => world.spots.own.tenantId;

/** What the table of resources makes under a path. */
const made = (world: World, path: string) => {
  const operation: Operation = {
    key: `PUT ${path}`,
    method: 'PUT',
    path,
    parameters: [],
    body: null,
    multipart: false,
  };
  return resourceFor(world, operation, 'own');
};

const connection = (world: World): Promise<string> =>
  world.put(
    own(world),
    `insert into sso_connections (tenant_id, protocol, name, issuer, entry_point, certificates, email_domains, makes_users, enabled, changed_at)
     values ($1, 'saml', 'Login', 'https://login.example', 'https://login.example/sso', '{x}', '{fjordby.dk}', false, true, '2026-03-11')
     returning id`,
  );

/** An employer whose end one person has asked for and another confirmed. */
const ending = async (world: World, isConfirmed: boolean): Promise<Headers> => {
  const { as } = await elsewhere(world);
  const wish = request('POST', '/api/contract-end', await as('administrator'), { endsOn: '2026-03-31' });
  await ask(world, wish);
  const hr = await as('hr-manager');
  if (isConfirmed) await ask(world, request('POST', '/api/contract-end/confirmation', hr, {}));
  return hr;
};

/** The link of a new employee, who has a step of their own. */
const welcome = async (world: World): Promise<string> => {
  const { id = '' } = await made(world, '/api/introductions/{id}');
  await world.put(
    own(world),
    `insert into introduction_steps (tenant_id, introduction_id, position, who, moment, planned_on, due_on)
     values ($1, $2, 1, 'employee', 'day-1', '2026-03-02', '2026-03-02') returning introduction_id as id`,
    id,
  );
  await world.put(
    own(world),
    `insert into introduction_check_ins (tenant_id, introduction_id, day, due_on)
     values ($1, $2, 7, '2026-03-09') returning introduction_id as id`,
    id,
  );
  const link = request('POST', `/api/introductions/${id}/links`, hrOf(world), { holder: 'employee' });
  return at((await ask(world, link)).body, 'link').split('#')[1] ?? '';
};
const onWelcomePage =
  (route: string, body: object): Entrance =>
  async (world) =>
    request('POST', `/api/introduction-page/${route}`, {}, { secret: await welcome(world), ...body });

/** Questions of the employer's own, made from ours. */
const draft = async (world: World, isPublished: boolean): Promise<string> => {
  const begun = request('POST', '/api/instruments', hrOf(world), { from: 'naervaer.pulse' });
  const path = `/api/instruments/${at((await ask(world, begun)).body, 'id')}`;
  if (isPublished) await ask(world, request('POST', `${path}/publication`, hrOf(world)));
  return path;
};

/** A link of somebody who is asked; their employer's round is open. */
const asked = async (world: World): Promise<string> => {
  const survey = await surveyWorld(world.app);
  await survey.open();
  return (await survey.links())[0]?.link ?? '';
};
const tokenOf = async (world: World) => fetchToken(world.app, await asked(world));
const blinded = async (world: World, link: string): Promise<string> => {
  const opened = await ask(world, request('POST', '/api/survey-invitations/openings', {}, { link }));
  const key = await importKey(at(opened.body, 'publicKey'));
  const { blindedMsg } = await SUITE.blind(key, SUITE.prepare(randomBytes(32)));
  return Buffer.from(blindedMsg).toString('base64');
};

/** Requests whose way leads over something that came before. */
export const ENTRANCES: Readonly<Record<string, Entrance>> = {
  ...SIGN_IN_ENTRANCES,
  'POST /api/people/{id}/erasure': async (world) => {
    const { tenantId, unitId } = world.spots.own;
    const left = await world.app.make.employment(tenantId, { unitId, from: '2015-01-01', to: '2019-12-31' });
    return request('POST', `/api/people/${left.personId}/erasure`, hrOf(world), {
      ground: 'request',
    });
  },
  'DELETE /api/signal-rules/coming': async (world) => {
    const { as } = await elsewhere(world);
    const hr = await as('hr-manager');
    await ask(
      world,
      request('PUT', '/api/signal-rules', hr, {
        contactDays: [1, 5],
        spellsThreshold: 3,
        spellsWindow: 183,
        daysThreshold: 15,
        daysWindow: 365,
        countsWorkInjury: false,
        countsSection56: false,
        paysWage: true,
        unitSpells: false,
        validFrom: '2026-06-01',
        informedOn: '2026-03-11',
        reason: 'Efter drøftelse i MED',
      }),
    );
    return request('DELETE', '/api/signal-rules/coming', hr);
  },
  'PUT /api/cases/{id}/journal': async (world) => {
    const { id = '' } = await made(world, '/api/cases/{id}/closure');
    await world.put(
      own(world),
      `insert into case_journals (tenant_id, case_id, exported_at, exported_by_hat, document_sha256)
       values ($1, $2, '2026-03-11', $3, $4) returning case_id as id`,
      id,
      world.hats['hr-manager'].hatId,
      'a'.repeat(64),
    );
    const document = { journalNumber: '2026-1', documentSha256: 'a'.repeat(64) };
    return request('PUT', `/api/cases/${id}/journal`, hrOf(world), document);
  },
  'POST /api/citizens/searches': async (world) => {
    const { id = '' } = await made(world, '/api/citizens/{id}');
    const caseNumber = await world.put(
      world.jobcentres.own,
      'select case_number as id from citizens where tenant_id = $1 and id = $2',
      id,
    );
    const headers = { authorization: world.authorization('caseworker') };
    return request('POST', '/api/citizens/searches', headers, { caseNumber });
  },
  'GET /api/sso/employers/{slug}': async (world) => {
    await connection(world);
    const slug = await world.put(own(world), 'select slug as id from tenants where id = $1');
    return request('GET', `/api/sso/employers/${slug}`, {});
  },
  'GET /api/sso/saml/{id}/metadata': async (world) =>
    request('GET', `/api/sso/saml/${await connection(world)}/metadata`, {}),
  'DELETE /api/contract-end': async (world) =>
    request('DELETE', '/api/contract-end', await ending(world, false)),
  'POST /api/contract-end/confirmation': async (world) =>
    request('POST', '/api/contract-end/confirmation', await ending(world, false), {}),
  'GET /api/contract-end/export.zip': async (world) =>
    request('GET', '/api/contract-end/export.zip', await ending(world, true)),
  'POST /api/introduction-page/openings': onWelcomePage('openings', {}),
  'POST /api/introduction-page/steps': onWelcomePage('steps', { position: 1, done: true }),
  'POST /api/introduction-page/check-ins': onWelcomePage('check-ins', { day: 7, answers: { role: 4 } }),
  'POST /api/introduction-page/talks': onWelcomePage('talks', { wanted: true }),
  'POST /api/instruments/{id}/draft': async (world) =>
    request('POST', `${await draft(world, true)}/draft`, hrOf(world)),
  'POST /api/instruments/{id}/publication': async (world) =>
    request('POST', `${await draft(world, false)}/publication`, hrOf(world)),
  'PUT /api/instruments/{id}/right': (world) =>
    Promise.resolve(
      request('PUT', '/api/instruments/who-5/right', hrOf(world), {
        grantedBy: 'WHO',
        basis: 'Aftale',
        grantedOn: '2026-03-01',
      }),
    ),
  'POST /api/survey-invitations/openings': async (world) =>
    request('POST', '/api/survey-invitations/openings', {}, { link: await asked(world) }),
  'POST /api/survey-invitations/tokens': async (world) => {
    const link = await asked(world);
    const body = { link, blinded: await blinded(world, link) };
    return request('POST', '/api/survey-invitations/tokens', {}, body);
  },
  'POST /api/survey-answers': async (world) =>
    request(
      'POST',
      '/api/survey-answers',
      {},
      {
        ...(await tokenOf(world)),
        answers: { a: 1, b: 2, c: 3 },
      },
    ),
  'POST /api/survey-answers/standings': async (world) => {
    const token = await tokenOf(world);
    const { tenantId, fingerprint } = token;
    return request(
      'POST',
      '/api/survey-answers/standings',
      {},
      {
        tenantId,
        fingerprint,
        tokenHash: tokenHash(token),
      },
    );
  },
  'PUT /api/workplace-assessments/{id}/completion': async (world) => {
    const { id = '' } = await made(world, '/api/workplace-assessments/{id}');
    for (const phase of ['mapping', 'assessment', 'absence', 'action-plan', 'follow-up'])
      await world.put(
        own(world),
        `insert into apv_phases (tenant_id, apv_id, phase, done_on, evidence, participants)
         values ($1, $2, $3, '2026-02-02', 'Referat', 'AMR') returning apv_id as id`,
        id,
        phase,
      );
    return request('PUT', `/api/workplace-assessments/${id}/completion`, hrOf(world), {
      completedOn: '2026-03-11',
    });
  },
  'POST /api/action-plans': async (world) => {
    const { roundId = '' } = await made(world, '/api/survey-results/{roundId}');
    return request('POST', '/api/action-plans', hrOf(world), {
      roundId,
      theme: 'Pauser',
      goal: 'Pauser hver dag',
      owner: randomUUID(),
      dueOn: '2026-06-01',
    });
  },
};
