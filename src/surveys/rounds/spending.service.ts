import { createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Doors, systemActor } from '../../access/index.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { AnswerPool } from './answer-pool.service.js';
import { isSigned, TOKEN_BYTES, tokenHashOf } from './blind-signature.js';
import { acceptableAnswers } from './domain/acceptable-answers.js';
import type { SpendDto, StandingDto } from './respondents.dto.js';
import type { AnswerStandingView } from './respondents.view.js';
import { findAnsweredGroup, listKept, type AnsweredGroup } from './spending.queries.js';

const ACTOR = systemActor('take an answer to a survey');
/** So soon a process notices that a round has been closed. */
const REMEMBERED_MS = 5_000;

interface KnownGroup extends Omit<AnsweredGroup, 'publicKey'> {
  readonly publicKey: KeyObject;
  readonly until: number;
}

/** Takes answers against tokens: nothing here knows, asks or keeps from whom one comes. */
@Injectable()
export class SpendingService {
  private readonly groups = new Map<string, KnownGroup>();

  constructor(
    private readonly doors: Doors,
    private readonly pool: AnswerPool,
  ) {}

  /**
   * Takes an answer; sent again it changes nothing.
   * @throws Problem 404 for a key of no round, 409 once it has closed, 400 for a false token or answers that do not fit
   */
  async spend(spent: SpendDto): Promise<AnswerStandingView> {
    const group = await this.groupOf(spent.tenantId, spent.fingerprint);
    const token = Buffer.from(spent.token, 'base64');
    const signature = Buffer.from(spent.signature, 'base64');
    if (token.length !== TOKEN_BYTES || !(await isSigned(group.publicKey, token, signature)))
      throw invalidField('token', 'not-signed', 'This token was not issued for this survey.');
    const answers = acceptableAnswers(group.instrument, spent.answers);
    if (answers === null) throw invalidField('answers', 'unknown', 'These are no answers to this survey.');
    const tokenHash = tokenHashOf(token);
    if (group.closed) return this.lateStanding(group, tokenHash);
    this.pool.add(group, { tokenHash, answers });
    return { state: 'waiting' };
  }

  /** Whether the answer that a token was spent on is written, waits for others, or has to be sent again. */
  async standing({ tenantId, fingerprint, tokenHash }: StandingDto): Promise<AnswerStandingView> {
    const group = await this.groupOf(tenantId, fingerprint);
    if (this.pool.has(group, tokenHash)) return { state: 'waiting' };
    return { state: (await this.isKept(group, tokenHash)) ? 'kept' : 'unknown' };
  }

  private async lateStanding(group: KnownGroup, tokenHash: string): Promise<AnswerStandingView> {
    if (await this.isKept(group, tokenHash)) return { state: 'kept' };
    throw conflict('survey-closed', 'This survey has closed.');
  }

  private async isKept(group: KnownGroup, tokenHash: string): Promise<boolean> {
    const kept = await this.doors.within(ACTOR, group.tenantId, (tx) => listKept(tx, group, [tokenHash]));
    return kept.length > 0;
  }

  private async groupOf(tenantId: string, fingerprint: string): Promise<KnownGroup> {
    const name = `${tenantId} ${fingerprint}`;
    const known = this.groups.get(name);
    if (known && known.until > Date.now()) return known;
    const found = await this.doors.within(ACTOR, tenantId, (tx) =>
      findAnsweredGroup(tx, tenantId, fingerprint),
    );
    if (!found) throw notFound();
    const publicKey =
      known?.publicKey ?? createPublicKey({ key: found.publicKey, format: 'der', type: 'spki' });
    const group = { ...found, publicKey, until: Date.now() + REMEMBERED_MS };
    this.groups.set(name, group);
    this.forgetOld();
    return group;
  }

  private forgetOld(): void {
    if (this.groups.size < 5_000) return;
    for (const [name, { until }] of this.groups) if (until < Date.now()) this.groups.delete(name);
  }
}
