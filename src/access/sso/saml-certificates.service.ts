import { X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/database/rows.js';
import { KeyStore } from '../../platform/storage/key-store.js';
import { dayOf, type LocalDate } from '../../shared/local-date.js';
import { isToldOf } from '../domain/certificate.js';
import { systemActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { endOf } from './certificates.js';

/** When what SAML rests on comes to an end: the certificates of providers, and of employers' own keys. */
@Injectable()
export class SamlCertificates {
  constructor(
    private readonly doors: Doors,
    private readonly store: KeyStore,
  ) {}

  /** The employers that sign in by SAML. */
  async listTenants(): Promise<string[]> {
    const found = await this.doors.system('find who signs in by SAML', (tx) =>
      rows<{ id: string }>(
        tx,
        `select distinct tenant_id as id from sso_connections where protocol = 'saml' and enabled`,
      ),
    );
    return found.map(({ id }) => id);
  }

  /** Whether an employer's administrators are to be told today of one that ends. */
  async endsSoon(tenantId: string, today: LocalDate): Promise<boolean> {
    return (await this.lastDays(tenantId)).some((day) => isToldOf(day, today));
  }

  private async lastDays(tenantId: string): Promise<LocalDate[]> {
    const providers = await this.doors.within(systemActor('look after certificates'), tenantId, (tx) =>
      rows<{ certificates: string[] }>(
        tx,
        `select certificates from sso_connections where tenant_id = $1 and protocol = 'saml' and enabled`,
        [tenantId],
      ),
    );
    // The oldest pair signs until it is removed, whatever follows it.
    const [signing] = await this.store.pairsOf(tenantId);
    return [
      ...providers.flatMap(({ certificates }) => endOf(certificates) ?? []),
      ...(signing && providers.length > 0
        ? [new Date(new X509Certificate(signing.certificate).validTo)]
        : []),
    ].map((end) => dayOf(end));
  }
}
