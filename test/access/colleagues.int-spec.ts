import { randomUUID } from 'node:crypto';
import { HatsService, systemActor, type Role } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailServer, type MailServer } from '../harness/mail-server.js';
import { auditOf, browser, PASSWORD, signedIn } from './people.js';

const OPERATOR = systemActor('operator command');

describe('colleagues', () => {
  let app: TestApp;
  let post: MailServer;
  beforeAll(async () => {
    post = await startMailServer();
    app = await startTestApp({ SMTP_URL: post.url, PUBLIC_URL: 'http://localhost:3000' });
  });
  afterAll(async () => {
    await app.close();
    await post.close();
  });

  const someone = async (role: Role, of: { providerId?: string; partnershipId?: string }) => {
    const email = `${randomUUID()}@example.dk`;
    const hat = await app.nest
      .get(HatsService)
      .employ({ email, name: 'Kim', password: PASSWORD, role, ...of });
    return { hat, agent: await app.as(hat) };
  };
  const provider = async () => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const unitId = await app.make.unit(tenantId);
    const providerId = await app.make.provider();
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
    return { tenantId, providerId, lead: await someone('team-lead', { providerId }) };
  };
  const partnership = async () => {
    const partnerships = app.nest.get(PartnershipsService);
    const partnershipId = await partnerships.createPartnership(OPERATOR, {
      name: 'Nærvær i Fjordby',
      from: localDate('2025-01-01'),
      to: localDate('2027-12-31'),
      units: [],
      parties: [
        { role: 'payer', name: 'Fjordby Kommune' },
        { role: 'provider', name: 'Falkeblik' },
      ],
    });
    const member = async (role: Role, party: string) => {
      const made = await someone(role, { partnershipId });
      await partnerships.placeMember(OPERATOR, partnershipId, { hatId: made.hat.hatId, party });
      return made;
    };
    return {
      partnershipId,
      payer: await member('payer', 'Fjordby Kommune'),
      steering: await member('steering-member', 'Falkeblik'),
    };
  };
  const invitation = (role: Role, email = `${randomUUID()}@example.dk`) => ({
    email,
    name: 'Lis Lund',
    role,
    language: 'da',
  });
  const accept = async (): Promise<void> => {
    await app.drainJobs();
    const token = /invitation#([\w-]{43})/.exec(post.mails.at(-1)?.text ?? '')?.[1] ?? '';
    await browser(app).post('/api/invitations/acceptances').send({ token, password: PASSWORD }).expect(204);
    await app.drainJobs();
  };

  it('of a provider are invited by its team lead, and employers that mandate it see it in their log', async () => {
    const { tenantId, lead } = await provider();
    const asked = invitation('retention-consultant');
    await lead.agent.post('/api/colleagues/invitations').send(asked).expect(204);
    expect((await lead.agent.get('/api/colleagues/invitations')).body).toMatchObject([
      { name: 'Lis Lund', role: 'retention-consultant' },
    ]);
    await accept();
    const lis = await signedIn(app, asked.email);
    expect((await lis.get('/api/session')).body.hat).toMatchObject({ role: 'retention-consultant' });
    const { body } = await lead.agent.get('/api/colleagues').expect(200);
    expect(body).toMatchObject({ total: 2, roles: ['retention-consultant', 'team-lead'] });
    expect(body.items).toMatchObject([
      { name: 'Kim', self: true },
      { name: 'Lis Lund', self: false, secondFactor: false },
    ]);

    await lead.agent.delete(`/api/colleagues/${body.items[1].id}`).expect(204);
    expect((await lis.get('/api/session')).status).toBe(401);
    expect((await lead.agent.get('/api/colleagues')).body.total).toBe(1);
    expect(await auditOf(app, tenantId)).toEqual(
      expect.arrayContaining([
        { action: 'hat.grant', outcome: 'allowed' },
        { action: 'hat.end', outcome: 'allowed' },
      ]),
    );
  });

  it('end nobody’s access but that of their own provider, and never their own', async () => {
    const [here, elsewhere] = [await provider(), await provider()];
    const { lead } = here;
    await lead.agent.delete(`/api/colleagues/${elsewhere.lead.hat.hatId}`).expect(404);
    const own = await lead.agent.delete(`/api/colleagues/${lead.hat.hatId}`);
    expect(own.body).toMatchObject({ status: 409, code: 'own-access' });
    const consultant = await someone('retention-consultant', { providerId: here.providerId });
    await consultant.agent.get('/api/colleagues').expect(403);
  });

  it('of a party are invited into its own role, and speak for it', async () => {
    const { payer, steering } = await partnership();
    const asked = invitation('payer');
    const foreign = await payer.agent.post('/api/colleagues/invitations').send(invitation('steering-member'));
    expect(foreign.body).toMatchObject({
      status: 400,
      fields: [{ field: 'role', code: 'not-yours-to-give' }],
    });
    await payer.agent.post('/api/colleagues/invitations').send(asked).expect(204);
    // Another party sees neither the invitation nor who is there.
    expect((await steering.agent.get('/api/colleagues/invitations')).body).toEqual([]);
    await accept();
    const lis = await signedIn(app, asked.email);
    expect((await lis.get('/api/session')).body.hat).toMatchObject({ role: 'payer' });
    const names = (await lis.get('/api/colleagues')).body.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Kim', 'Lis Lund']);
    const { items } = (await steering.agent.get('/api/colleagues')).body;
    expect(items).toMatchObject([{ name: 'Kim', role: 'steering-member', self: true }]);
    await steering.agent.delete(`/api/colleagues/${payer.hat.hatId}`).expect(404);
    await lis.delete(`/api/colleagues/${payer.hat.hatId}`).expect(204);
  });

  it('are invited by nobody who speaks for no party', async () => {
    const { partnershipId } = await partnership();
    const { agent } = await someone('observer', { partnershipId });
    const refused = await agent.post('/api/colleagues/invitations').send(invitation('observer'));
    expect(refused.body).toMatchObject({ status: 403, code: 'speaks-for-no-party' });
    expect((await agent.get('/api/colleagues')).body).toMatchObject({ total: 0, items: [] });
  });
});
