import { Injectable } from '@nestjs/common';
import { Clock, Doors, type HatActor } from '../../access/index.js';
import { MembersService } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound, Problem } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { PartnershipKeys } from '../../platform/storage/signing-key.js';
import { signedText } from './bundle.js';
import {
  afterStep,
  faultOfStep,
  type Signatory,
  type SettlementStep,
  type StepFault,
} from './domain/settlement-state.js';
import { personKey } from './person-key.js';
import { SettlementBundlesService } from './settlement-bundles.service.js';
import { settlementSent } from './settlement.jobs.js';
import {
  findSettlement,
  insertStep,
  listSteps,
  lockSettlement,
  markSent,
  markSigned,
  moveOn,
  type SettlementKey,
  type StoredSettlement,
  type StoredStep,
} from './settlements.repository.js';

export interface StepTaken {
  readonly step: SettlementStep;
  readonly note?: string;
  /** Of what was read: another text is neither approved nor signed. */
  readonly statementHash?: string;
}

const problemOf = (fault: StepFault): Problem => {
  switch (fault) {
    case 'not-now':
      return conflict('settlement-moved-on', 'This settlement has gone on meanwhile: read it again.');
    case 'no-party':
      return new Problem(403, 'speaks-for-no-party', 'Your role here speaks for no party.');
    case 'provider-comments':
      return new Problem(403, 'provider-comments', 'The provider comments on a draft.');
    case 'paid-party-alone':
      return new Problem(403, 'paid-party-alone', 'One of the two who settle is not paid by it.');
    case 'same-hands':
    case 'same-party':
      return new Problem(403, 'four-eyes', 'Another person of another party signs.');
  }
};

/** Takes a settlement from draft to sent, each step by whom it belongs to. */
@Injectable()
export class SettlementStepsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly bundles: SettlementBundlesService,
    private readonly keys: PartnershipKeys,
  ) {}

  /** @throws Problem 403, 404, 409 */
  async take(actor: HatActor, key: SettlementKey, taken: StepTaken): Promise<void> {
    const { partnershipId, settlementId } = key;
    const before = await this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'money');
      return findSettlement(tx, partnershipId, settlementId);
    });
    if (!before) throw notFound();
    const snapshot = taken.step === 'sign' ? await this.snapshotOf(partnershipId, before) : null;
    await this.doors.partnership(actor, partnershipId, async (tx) => {
      const settlement = await lockSettlement(tx, partnershipId, settlementId);
      if (!settlement) throw notFound();
      const by = await this.signatory(tx, actor, key);
      const approved = approvalOf(await listSteps(tx, partnershipId, settlementId));
      this.assertStep(taken, settlement, by, approved);
      await this.move(tx, key, { taken, by, snapshot });
    });
  }

  /** What an actor may do now, as far as the settlement goes. */
  mayTake(
    settlement: StoredSettlement,
    by: Signatory | null,
    steps: readonly StoredStep[],
  ): SettlementStep[] {
    const { state } = settlement;
    if (state === 'building' || state === 'failed') return [];
    const approved = approvalOf(steps);
    return (['comment', 'approve', 'sign', 'send', 'withdraw'] as const).filter(
      (step) => faultOfStep(step, state, by, approved) === null,
    );
  }

  async signatory(
    tx: Tx,
    actor: HatActor,
    { partnershipId, settlementId }: SettlementKey,
  ): Promise<Signatory | null> {
    const party = await this.members.standsFor(tx, actor, partnershipId);
    return party && { hatId: actor.hatId, person: personKey(settlementId, actor.userId), ...party };
  }

  private assertStep(
    { step, statementHash }: StepTaken,
    settlement: StoredSettlement,
    by: Signatory | null,
    approved: Signatory | null,
  ): asserts by is Signatory {
    const { state } = settlement;
    const fault =
      state === 'building' || state === 'failed' ? 'not-now' : faultOfStep(step, state, by, approved);
    if (fault) throw problemOf(fault);
    if ((step === 'approve' || step === 'sign') && statementHash !== settlement.statementHash)
      throw conflict('another-text', 'This is not the text that you read: read it again.');
  }

  private async move(
    tx: Tx,
    key: SettlementKey,
    {
      taken,
      by,
      snapshot,
    }: { readonly taken: StepTaken; readonly by: Signatory; readonly snapshot: string | null },
  ): Promise<void> {
    const at = this.clock.now();
    const { step, note = '' } = taken;
    await insertStep(tx, key, { step, by, note, at });
    if (step === 'send') await this.send(tx, key);
    else if (step === 'sign') await this.sign(tx, key, snapshot ?? '', at);
    else await moveOn(tx, key, afterStep(step));
  }

  /** Those who speak for the parties are told by mail that there is one to read. */
  private async send(tx: Tx, key: SettlementKey): Promise<void> {
    await markSent(tx, key, this.clock.today());
    await addJob(tx, settlementSent, { partnershipId: key.partnershipId, settlementId: key.settlementId });
  }

  /** The partnership's key signs everything that the bundle will hold, this signature's step among it. */
  private async sign(tx: Tx, key: SettlementKey, snapshot: string, at: Date): Promise<void> {
    const signer = this.keys.of(key.partnershipId);
    const publicKey = await signer.publicKey();
    const content = await this.bundles.content(tx, key, { snapshot, publicKey });
    await markSigned(tx, key, { signature: await signer.signText(signedText(content)), publicKey, at });
  }

  private async snapshotOf(partnershipId: string, { snapshotHash }: StoredSettlement): Promise<string> {
    if (snapshotHash === null) throw problemOf('not-now');
    return this.bundles.snapshotText(partnershipId, snapshotHash);
  }
}

const approvalOf = (steps: readonly StoredStep[]): Signatory | null =>
  steps.find(({ step }) => step === 'approve') ?? null;
