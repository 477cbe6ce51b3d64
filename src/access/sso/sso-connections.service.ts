import { createPublicKey, X509Certificate } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { invalidField, notFound } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { endOf } from './certificates.js';
import { CONNECTION_COLUMNS, type SsoConnection } from './connection.js';
import { oidcCallback } from './oidc.js';
import { samlCallback, samlEntityId, samlMetadataAddress } from './saml.js';
import { SamlKeys } from './saml-keys.service.js';
import type { SsoConnectionDto, SsoConnectionsView, SsoConnectionView } from './sso.dto.js';

/** An employer's identity providers, as its administrator sets them up. */
@Injectable()
export class SsoConnections {
  private readonly publicUrl: string;

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly keys: SamlKeys,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.publicUrl = runtime.environment.publicUrl;
  }

  async list(actor: HatActor): Promise<SsoConnectionsView> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const tenant = await row<{ slug: string }>(tx, 'select slug from tenants where id = $1', [tenantId]);
      const found = await rows<SsoConnection>(
        tx,
        `select ${CONNECTION_COLUMNS} from sso_connections where tenant_id = $1 order by name`,
        [tenantId],
      );
      return {
        signInUrl: new URL(`/sign-in/${tenant?.slug ?? ''}`, this.publicUrl).href,
        connections: found.map((connection) => this.viewOf(connection)),
      };
    });
  }

  async make(actor: HatActor, dto: SsoConnectionDto): Promise<void> {
    const tenantId = tenantOf(actor);
    this.check(dto);
    if (dto.signsRequests || dto.encryptedOnly) await this.keys.ensure(tenantId);
    const secret = await this.sealed(tenantId, dto.clientSecret);
    await this.doors.within(actor, tenantId, async (tx) => {
      const made = await row<{ id: string }>(
        tx,
        `insert into sso_connections (tenant_id, ${FIELDS.join(', ')}, client_secret_cipher)
         values ($1, ${FIELDS.map((_, index) => `$${index + 2}`).join(', ')}, $${FIELDS.length + 2}) returning id`,
        [tenantId, ...this.valuesOf(dto), secret],
      );
      await this.tell(tx, actor, { tenantId, action: 'sso.make', id: made?.id ?? '' });
    });
  }

  /** @throws Problem 404 */
  async change(actor: HatActor, id: string, dto: SsoConnectionDto): Promise<void> {
    const tenantId = tenantOf(actor);
    this.check(dto);
    if (dto.signsRequests || dto.encryptedOnly) await this.keys.ensure(tenantId);
    const secret = await this.sealed(tenantId, dto.clientSecret);
    await this.doors.within(actor, tenantId, async (tx) => {
      const changed = await change(
        tx,
        `update sso_connections set ${FIELDS.map((field, index) => `${field} = $${index + 3}`).join(', ')},
           client_secret_cipher = coalesce($${FIELDS.length + 3}, client_secret_cipher)
         where tenant_id = $1 and id = $2`,
        [tenantId, id, ...this.valuesOf(dto), secret],
      );
      if (changed === 0) throw notFound();
      await this.tell(tx, actor, { tenantId, action: 'sso.change', id });
    });
  }

  /** @throws Problem 404 */
  async remove(actor: HatActor, id: string): Promise<void> {
    const tenantId = tenantOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const removed = await change(tx, 'delete from sso_connections where tenant_id = $1 and id = $2', [
        tenantId,
        id,
      ]);
      if (removed === 0) throw notFound();
      await this.tell(tx, actor, { tenantId, action: 'sso.remove', id });
    });
  }

  private check({ protocol, issuer, entryPoint, certificates }: SsoConnectionDto): void {
    if (protocol === 'oidc') return this.checkAddress('issuer', issuer);
    this.checkAddress('entryPoint', entryPoint ?? '');
    if (!certificates?.length || !certificates.every(isKey))
      throw invalidField('certificates', 'not-a-certificate', 'Give the provider’s certificate as PEM.');
  }

  /** Plain http only where the product itself is on it: on one machine, in a test. */
  private checkAddress(field: string, address: string): void {
    const allowed = this.publicUrl.startsWith('http:') ? ['https:', 'http:'] : ['https:'];
    if (!URL.canParse(address) || !allowed.includes(new URL(address).protocol))
      throw invalidField(field, 'not-an-address', 'Give an address that begins with https://.');
  }

  private async sealed(tenantId: string, secret: string | undefined): Promise<Buffer | null> {
    return secret === undefined ? null : this.cipher.seal(tenantId, Buffer.from(secret));
  }

  private valuesOf(dto: SsoConnectionDto): unknown[] {
    return [
      dto.protocol,
      dto.name,
      dto.issuer,
      dto.clientId ?? '',
      dto.entryPoint ?? '',
      dto.certificates ?? [],
      dto.signsRequests ?? false,
      dto.encryptedOnly ?? false,
      dto.emailDomains.map((domain) => domain.toLowerCase()),
      dto.emailClaim ?? null,
      dto.roleClaim ?? null,
      JSON.stringify(dto.roleMap),
      dto.defaultRole ?? null,
      dto.employeeNumberClaim ?? null,
      dto.makesUsers,
      dto.enabled,
      this.clock.now(),
    ];
  }

  private viewOf(connection: SsoConnection): SsoConnectionView {
    const { tenantId: _, clientSecretSealed, ...shown } = connection;
    const isSaml = connection.protocol === 'saml';
    return {
      ...(shown as Omit<
        SsoConnectionView,
        'hasSecret' | 'certificatesEndAt' | 'callbackUrl' | 'entityId' | 'metadataUrl'
      >),
      hasSecret: clientSecretSealed !== null,
      certificatesEndAt: endOf(connection.certificates)?.toISOString() ?? null,
      callbackUrl: isSaml ? samlCallback(this.publicUrl, connection.id) : oidcCallback(this.publicUrl),
      entityId: isSaml ? samlEntityId(this.publicUrl, connection.id) : null,
      metadataUrl: isSaml ? samlMetadataAddress(this.publicUrl, connection.id) : null,
    };
  }

  private tell(
    tx: Tx,
    actor: HatActor,
    { tenantId, action, id }: { readonly tenantId: string; readonly action: string; readonly id: string },
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'sign-in-settings',
      subjectIds: [id],
      purpose: 'user administration',
    });
  }
}

const FIELDS = [
  'protocol',
  'name',
  'issuer',
  'client_id',
  'entry_point',
  'certificates',
  'signs_requests',
  'encrypted_only',
  'email_domains',
  'email_claim',
  'role_claim',
  'role_map',
  'default_role',
  'employee_number_claim',
  'makes_users',
  'enabled',
  'changed_at',
] as const;

const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

/** A certificate, or the public key alone. */
const isKey = (pem: string): boolean => {
  try {
    return pem.includes('CERTIFICATE')
      ? new X509Certificate(pem).publicKey.type === 'public'
      : createPublicKey(pem).type === 'public';
  } catch {
    return false;
  }
};
