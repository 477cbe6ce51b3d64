import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { row, rows } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { KeyStore } from '../../platform/storage/key-store.js';
import { isUuid } from '../../shared/ids.js';
import { audit } from '../audit.js';
import { systemActor } from '../domain/actor.js';
import { ownPlace, type SsoProfile } from '../domain/sso-profile.js';
import { Doors } from '../doors.js';
import { SessionService } from '../session.service.js';
import type { Caller } from '../sign-in/library.js';
import { SignIn } from '../sign-in/sign-in.js';
import { answerAttempt, beginAttempt, keepProfile, useAttempt } from './attempts.repository.js';
import {
  CONNECTION_COLUMNS,
  SsoRefused,
  type Attempt,
  type SsoConnection,
  type SsoRefusal,
} from './connection.js';
import { oidcAddress, oidcProfile } from './oidc.js';
import { samlAddress, samlMetadata, samlProfile, type SamlSide } from './saml.js';
import type { EmployerSsoView } from './sso.dto.js';
import { SsoUsers } from './sso-users.service.js';

/** Where the browser goes on to, with the cookies of a session. */
export interface Arrival {
  readonly cookies: string[];
  readonly place: string;
}

/** Signing in by an employer's own identity provider. */
@Injectable()
export class SsoEntry {
  private readonly publicUrl: string;
  private readonly innerHosts: readonly string[];

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly keyStore: KeyStore,
    private readonly users: SsoUsers,
    private readonly signIn: SignIn,
    private readonly sessions: SessionService,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.publicUrl = runtime.environment.publicUrl;
    this.innerHosts = runtime.environment.innerHosts;
  }

  /** The ways in of an employer, by its short name. @throws Problem 404 where it has none. */
  async listOf(slug: string): Promise<EmployerSsoView> {
    const found = await this.doors.system('find the ways in of an employer', (tx) =>
      rows<{ employerName: string; id: string; name: string }>(
        tx,
        `select tenants.name as "employerName", sso_connections.id, sso_connections.name from sso_connections
         join tenants on tenants.id = sso_connections.tenant_id where tenants.slug = $1 and enabled order by 3`,
        [slug],
      ),
    );
    const [first] = found;
    if (!first) throw notFound();
    return { employerName: first.employerName, connections: found.map(({ id, name }) => ({ id, name })) };
  }

  /** Where to send the browser; `browser` is the secret that its cookie keeps. @throws SsoRefused, Problem 404 */
  async begin(connectionId: string, browser: string, to: string | undefined): Promise<string> {
    const connection = await this.connectionOf(connectionId);
    const returnTo = ownPlace(to, this.publicUrl);
    const attempt = await this.doors.system('begin a sign-in by SSO', (tx) =>
      beginAttempt(tx, connection, { browser, returnTo, at: this.clock.now() }),
    );
    if (connection.protocol === 'saml') return samlAddress(await this.samlSide(connection), attempt);
    return oidcAddress(await this.oidcSettings(connection), attempt);
  }

  async arriveByOidc(url: string, browser: string, caller: Caller): Promise<Arrival> {
    const answer = new URL(url, this.publicUrl);
    const attempt = await this.take(answer.searchParams.get('state') ?? '', browser);
    const connection = await this.connectionOf(attempt.connectionId);
    if (connection.protocol !== 'oidc') throw new SsoRefused('failed', connection.tenantId);
    const profile = await oidcProfile(await this.oidcSettings(connection), attempt, answer);
    return this.enter(connection, profile, { attempt, caller });
  }

  /**
   * Takes what a SAML provider's page posts. It comes without cookies (they are same-site), so it opens nothing: the
   * browser that began is sent on to fetch its session. Returns the attempt's id.
   */
  async takeSaml(connectionId: string, response: string, attemptId: string): Promise<string> {
    const connection = await this.connectionOf(connectionId);
    const attempt = await this.doors.system('answer a sign-in by SSO', (tx) =>
      answerAttempt(tx, attemptId, this.clock.now()),
    );
    if (attempt?.connectionId !== connectionId) throw new SsoRefused('failed', connection.tenantId);
    const profile = await samlProfile(await this.samlSide(connection), attempt, response);
    await this.doors.system('keep what a provider said', (tx) => keepProfile(tx, attempt.id, profile));
    return attempt.id;
  }

  async arriveBySaml(attemptId: string, browser: string, caller: Caller): Promise<Arrival> {
    const attempt = await this.take(attemptId, browser);
    const connection = await this.connectionOf(attempt.connectionId);
    if (!attempt.profile) throw new SsoRefused('failed', connection.tenantId);
    return this.enter(connection, attempt.profile, { attempt, caller });
  }

  async metadata(connectionId: string): Promise<string> {
    const connection = await this.connectionOf(connectionId, { alsoUnused: true });
    if (connection.protocol !== 'saml') throw notFound();
    return samlMetadata(await this.samlSide(connection));
  }

  async tellRefusal({ tenantId, reason }: SsoRefused): Promise<void> {
    if (!tenantId) return;
    const by = systemActor('sign-in');
    await this.doors.within(by, tenantId, (tx) =>
      audit(tx, by, {
        tenantId,
        action: 'sign-in.failed',
        subjectType: 'sign-in-settings',
        subjectIds: [tenantId],
        purpose: 'sign-in',
        outcome: 'denied',
        detail: { by: 'sso', reason: reason satisfies SsoRefusal },
      }),
    );
  }

  private async enter(
    connection: SsoConnection,
    profile: SsoProfile,
    { attempt, caller }: { readonly attempt: Attempt; readonly caller: Caller },
  ): Promise<Arrival> {
    const userId = await this.users.admit(connection, profile);
    const cookies = await this.signIn.openFor(userId, caller);
    const identity = await this.sessions.begin({ cookies, method: 'sso', tenantId: connection.tenantId });
    return { cookies, place: identity.actor ? attempt.returnTo : '/hats' };
  }

  private async take(attemptId: string, browser: string) {
    if (!isUuid(attemptId)) throw new SsoRefused('expired', null);
    const attempt = await this.doors.system('come back from SSO', (tx) =>
      useAttempt(tx, attemptId, { browser, at: this.clock.now() }),
    );
    if (!attempt) throw new SsoRefused('expired', null);
    return attempt;
  }

  private async connectionOf(id: string, { alsoUnused = false } = {}): Promise<SsoConnection> {
    const found = await this.doors.system('read a way in', (tx) =>
      row<SsoConnection>(
        tx,
        `select ${CONNECTION_COLUMNS} from sso_connections where id = $1 and (enabled or $2)`,
        [id, alsoUnused],
      ),
    );
    if (!found) throw notFound();
    return found;
  }

  private async samlSide(connection: SsoConnection): Promise<SamlSide> {
    return {
      connection,
      publicUrl: this.publicUrl,
      pairs: await this.keyStore.pairsOf(connection.tenantId),
    };
  }

  private async oidcSettings(connection: SsoConnection) {
    const sealed = connection.clientSecretSealed;
    const secret = sealed ? await this.cipher.open(connection.tenantId, sealed) : Buffer.alloc(0);
    const { publicUrl, innerHosts } = this;
    return { connection, clientSecret: secret.toString('utf8'), publicUrl, innerHosts };
  }
}
