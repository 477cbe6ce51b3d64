import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Doors, systemActor } from '../../access/index.js';
import { row, type Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { isUuid } from '../../shared/ids.js';
import { signBlindly } from './blind-signature.js';
import { readLink, typedCode } from './domain/invitation-link.js';
import { KioskAttempts } from './kiosk-attempts.js';
import { OpenedKeys } from './opened-keys.js';
import {
  findInvitation,
  findInvitationByCode,
  issueToken,
  type OpenedInvitation,
} from './issuing.queries.js';
import type { WayIn } from './respondents.dto.js';
import type { SurveyOpenedView, TokenIssuedView } from './respondents.view.js';
import { openSecrets } from './secrets.js';

const ACTOR = systemActor('open an invitation to a survey');

/** The invited's side, up to the token: the last that knows whose invitation it is. */
@Injectable()
export class RespondentsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly attempts: KioskAttempts,
    private readonly keys: OpenedKeys,
  ) {}

  /** What the link of an invitation, or a code at a kiosk, leads to. @throws Problem 404 for one that leads nowhere */
  async open(way: WayIn): Promise<SurveyOpenedView> {
    return this.enter(way, async (_tx, { tenantId, privateKeyCipher: _sealed, issued, ...found }) => ({
      ...found,
      tenantId,
      publicKey: found.publicKey.toString('base64'),
      tokenIssued: issued,
    }));
  }

  /**
   * Signs a blinded message. The same invitation is given a signature again for the same message only (definitions 8.1).
   * @throws Problem 404 for an unknown invitation, 409 where the round is not open or another message was signed
   */
  async issue(way: WayIn, blinded: string): Promise<TokenIssuedView> {
    const message = Buffer.from(blinded, 'base64');
    return this.enter(way, async (tx, invitation) => {
      const { tenantId, invitationId, fingerprint, privateKeyCipher } = invitation;
      if (invitation.closed || privateKeyCipher === null)
        throw conflict('survey-closed', 'This survey has closed.');
      const blindedHash = createHash('sha256').update(message).digest();
      const isIssued = await issueToken(tx, { tenantId, invitationId, blindedHash, on: this.clock.today() });
      if (!isIssued)
        throw conflict(
          'token-issued',
          'This invitation has been opened on another device or in another browser.',
        );
      const key = await this.keys.open({ tenantId, fingerprint, privateKeyCipher });
      const signature = signBlindly(key, message);
      if (signature === null) throw invalidField('blinded', 'unusable', 'This cannot be signed.');
      return { signature: signature.toString('base64') };
    });
  }

  private async enter<T>(way: WayIn, work: (tx: Tx, invitation: OpenedInvitation) => Promise<T>): Promise<T> {
    if (way.link) return this.byLink(way.link, work);
    const { kiosk, code } = way;
    const [tenantId = '', roundId = ''] = kiosk?.split('.') ?? [];
    if (!code || !isUuid(tenantId) || !isUuid(roundId)) throw notFound();
    return this.attempts.limit(roundId, () => this.byCode({ tenantId, roundId }, code, work));
  }

  private async byLink<T>(
    text: string,
    work: (tx: Tx, invitation: OpenedInvitation) => Promise<T>,
  ): Promise<T> {
    const link = readLink(text);
    if (!link || !isUuid(link.tenantId)) throw notFound();
    const secret = (await this.secretsOf(link.tenantId)).ofLink(link.invitationId);
    if (!timingSafeEqual(Buffer.from(secret), Buffer.from(link.secret))) throw notFound();
    return this.doors.within(ACTOR, link.tenantId, async (tx) => {
      const found = await findInvitation(tx, link);
      // Another key than the one in the invitation: the browser would refuse it, and so does the server.
      if (!found || found.fingerprint !== link.fingerprint) throw notFound();
      return work(tx, found);
    });
  }

  private async byCode<T>(
    key: { readonly tenantId: string; readonly roundId: string },
    typed: string,
    work: (tx: Tx, invitation: OpenedInvitation) => Promise<T>,
  ): Promise<T> {
    const code = typedCode(typed);
    if (code === null) throw notFound();
    const codeHash = (await this.secretsOf(key.tenantId)).codeHash(key.roundId, code);
    return this.doors.within(ACTOR, key.tenantId, async (tx) => {
      const found = await findInvitationByCode(tx, { ...key, codeHash });
      if (!found) throw notFound();
      return work(tx, found);
    });
  }

  /** An employer that there is not has no secrets, and is given none. */
  private async secretsOf(tenantId: string) {
    const known = await this.doors.system('find the employer of an invitation', (tx) =>
      row(tx, 'select 1 from tenants where id = $1', [tenantId]),
    );
    if (!known) throw notFound();
    return openSecrets(this.cipher, tenantId);
  }
}
