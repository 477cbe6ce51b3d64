import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { SigningKey } from '../../platform/storage/signing-key.js';
import { addDays, type LocalDate } from '../../shared/local-date.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import { abilities } from '../domain/policy.js';
import { Doors } from '../doors.js';
import { HatsService } from '../hats.service.js';
import { ContractEndService } from './contract-end.service.js';
import type { ContractEndView, EndDecisionView } from './contract-end.view.js';
import {
  askForEnd,
  confirmEnd,
  findDecision,
  takeBackEnd,
  type EndDecision,
} from './contract-ends.repository.js';
import { countHolds } from './legal-holds.repository.js';
import { privacyPolicy } from './privacy.policy.js';

/** An employer's own decision that its contract ends. It takes two people, for nothing of it can be undone. */
@Injectable()
export class EndDecisions {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly contractEnd: ContractEndService,
    private readonly signing: SigningKey,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async read(actor: HatActor): Promise<ContractEndView> {
    const tenantId = tenantOf(actor);
    const { decision, isHeld } = await this.doors.within(actor, tenantId, async (tx) => ({
      decision: await findDecision(tx, tenantId),
      isHeld: (await countHolds(tx, tenantId, this.clock.today())) > 0,
    }));
    const { keyBackupDays, databaseBackupDays } = this.runtime.environment;
    const longest = Math.max(keyBackupDays, databaseBackupDays);
    return {
      decision: decision && (await this.viewOf(decision)),
      mayConfirm:
        decision !== null && decision.confirmedAt === null && (await this.isAnother(actor, decision)),
      isHeld,
      keyBackupDays,
      databaseBackupDays,
      // Erased the day after the last one; a copy of that day is kept for so many days and gone on the next.
      unreadableFrom: decision && addDays(decision.endsOn, longest + 2),
      publicKey: await this.signing.publicKey(),
      abilities: abilities(privacyPolicy, actor),
    };
  }

  /** @throws Problem 400 for a day that is past, 409 where it has been asked for already */
  async ask(actor: HatActor, endsOn: LocalDate): Promise<void> {
    if (endsOn < this.clock.today())
      throw invalidField('endsOn', 'in-the-past', 'The last day is today or later.');
    await this.change(actor, 'contract-end.ask', async (tx, tenantId) => {
      const asked = { tenantId, endsOn, hatId: actor.hatId, at: this.clock.now() };
      if (!(await askForEnd(tx, asked)))
        throw conflict('end-asked', 'The end of the contract has been asked for already.');
    });
  }

  /** @throws Problem 404 where nothing waits, 409 for the one who asked */
  async confirm(actor: HatActor): Promise<void> {
    const tenantId = tenantOf(actor);
    const decision = await this.doors.within(actor, tenantId, (tx) => findDecision(tx, tenantId));
    if (!decision) throw notFound();
    if (!(await this.isAnother(actor, decision)))
      throw conflict('same-person', 'Another person than the one who asked confirms.');
    await this.change(actor, 'contract-end.confirm', async (tx) => {
      const { askedByHat } = decision;
      if (!(await confirmEnd(tx, { tenantId, askedByHat, hatId: actor.hatId, at: this.clock.now() })))
        throw conflict('confirmed', 'It has been confirmed or taken back.');
    });
  }

  /** @throws Problem 404 where nothing was asked for */
  async takeBack(actor: HatActor): Promise<void> {
    await this.change(actor, 'contract-end.take-back', async (tx, tenantId) => {
      if (!(await takeBackEnd(tx, tenantId))) throw notFound();
    });
  }

  /** @throws Problem 409 before two people have decided */
  async export(actor: HatActor): Promise<Readable> {
    await this.change(actor, 'contract-end.export', async (tx, tenantId) => {
      const decision = await findDecision(tx, tenantId);
      if (!decision?.confirmedAt)
        throw conflict('not-confirmed', 'Two people first decide that the contract ends.');
    });
    return this.contractEnd.exportStream(tenantOf(actor));
  }

  private async viewOf(decision: EndDecision): Promise<EndDecisionView> {
    const { askedByHat, confirmedByHat, ...view } = decision;
    const names = await this.hats.names([askedByHat, ...(confirmedByHat === null ? [] : [confirmedByHat])]);
    return {
      ...view,
      askedBy: names.get(askedByHat) ?? null,
      confirmedBy: confirmedByHat === null ? null : (names.get(confirmedByHat) ?? null),
    };
  }

  /** One user may wear two hats here, and is still one person. A machine is nobody. */
  private async isAnother(actor: HatActor, { askedByHat }: EndDecision): Promise<boolean> {
    if (actor.userId.startsWith('machine:')) return false;
    const own = await this.hats.listOf(actor.userId);
    return actor.hatId !== askedByHat && !own.some(({ hatId }) => hatId === askedByHat);
  }

  private change(
    actor: HatActor,
    action: string,
    work: (tx: Tx, tenantId: string) => Promise<void>,
  ): Promise<void> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      await work(tx, tenantId);
      await audit(tx, actor, {
        tenantId,
        action,
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: 'end of the contract',
      });
    });
  }
}

const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};
