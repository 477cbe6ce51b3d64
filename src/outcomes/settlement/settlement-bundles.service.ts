import { Injectable } from '@nestjs/common';
import { Doors, type Actor } from '../../access/index.js';
import { findVersion } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { plansOf } from '../effect/effect-plans.repository.js';
import { savedPlan } from '../effect/effect-plans.service.js';
import { bundleText, type BundleContent, type BundleStep } from './bundle.js';
import { CODE_VERSION } from './domain/code-version.js';
import type { SettlementStatement } from './statement.js';
import type { Estimates } from './domain/settling-of.js';
import {
  findSnapshot,
  findSettlement,
  listSteps,
  type SettlementKey,
  type StoredStep,
} from './settlements.repository.js';
import { readSnapshot, readStatement } from './stored-texts.js';

const SIGNED_STEPS: readonly string[] = ['comment', 'approve', 'sign'];

const bundleStep = ({ step, hatId, person, role, partyName, at, note }: StoredStep): BundleStep => ({
  step,
  hatId,
  person,
  party: { role, name: partyName },
  at: at.toISOString(),
  note,
});

/** The estimates as the statement tells them: they were computed once, when it was drawn up. */
const toldIn = ({ outcomes }: SettlementStatement): Estimates =>
  Object.fromEntries(outcomes.map(({ plan: _plan, ...estimate }) => [estimate.indicator, estimate]));

/** Puts together what is signed, and what the evaluator takes away: the same each time. */
@Injectable()
export class SettlementBundlesService {
  constructor(private readonly doors: Doors) {}

  /** The snapshot, which lies behind the system's door and is read for computing and for the evaluator only. */
  async snapshotText(partnershipId: string, hash: string): Promise<string> {
    const text = await this.doors.system('read the snapshot of a settlement', (tx) =>
      findSnapshot(tx, partnershipId, hash),
    );
    if (text === null) throw notFound();
    return text;
  }

  /** What is signed, once the step of the signature is stored. */
  async content(
    tx: Tx,
    { partnershipId, settlementId }: SettlementKey,
    given: { readonly snapshot: string; readonly publicKey: string },
  ): Promise<BundleContent> {
    const stored = await findSettlement(tx, partnershipId, settlementId);
    const version = stored && (await findVersion(tx, partnershipId, stored.contractVersion));
    if (!stored || !version) throw notFound();
    const plans = (
      await plansOf(tx, partnershipId, { version: version.version, from: stored.from, to: stored.to })
    ).map(savedPlan);
    const snapshot = readSnapshot(given.snapshot);
    const statement = readStatement(stored.statement);
    const steps = (await listSteps(tx, partnershipId, settlementId)).filter(({ step }) =>
      SIGNED_STEPS.includes(step),
    );
    return {
      format: 'naervaer-settlement-1',
      codeVersion: CODE_VERSION,
      settlementId,
      contract: {
        version: version.version,
        hash: version.hash,
        validFrom: version.validFrom,
        content: version.content,
      },
      plans,
      snapshot,
      estimates: toldIn(statement),
      statement,
      statementHash: stored.statementHash ?? '',
      steps: steps.map(bundleStep),
      publicKey: given.publicKey,
    };
  }

  /** A signed settlement as one file. @throws Problem 404 unless it is signed */
  async file(actor: Actor, key: SettlementKey): Promise<string> {
    const stored = await this.doors.partnership(actor, key.partnershipId, (tx) =>
      findSettlement(tx, key.partnershipId, key.settlementId),
    );
    if (!stored?.signature || !stored.publicKey || !stored.snapshotHash) throw notFound();
    const { signature, publicKey } = stored;
    const snapshot = await this.snapshotText(key.partnershipId, stored.snapshotHash);
    const content = await this.doors.partnership(actor, key.partnershipId, (tx) =>
      this.content(tx, key, { snapshot, publicKey }),
    );
    return bundleText({ content, signature });
  }
}
