import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { invalidField, notFound } from '../../platform/http/problem.js';
import { audit } from '../audit.js';
import { systemActor, type HatActor } from '../domain/actor.js';
import { abilities, may } from '../domain/policy.js';
import { Doors } from '../doors.js';
import { fewestTold, isFew } from '../fewest-told.queries.js';
import {
  goesBefore,
  isLongEnough,
  RETENTION_CLASSES,
  retentionClasses,
  type RetentionClass,
} from './domain/retention.js';
import { countHolds } from './legal-holds.repository.js';
import type { PersonalDataHolder, RetentionCut } from './personal-data-holder.js';
import { PersonalDataHolders } from './personal-data-holders.js';
import { privacyPolicy } from './privacy.policy.js';
import { changeRule, listRules, recordRun } from './retention.repository.js';
import type { ChangeRetentionDto } from './retention.dto.js';
import type { RetentionView } from './retention.view.js';

const PURPOSE = 'storage limitation, GDPR article 5(1)(e)';
const sweeping = systemActor(PURPOSE);
/** Rows erased in one transaction. */
const BATCH = 1_000;
/** Transactions of one run of the job; the rest waits for the next. */
const BATCHES = 50;

/** Who may read every record of everybody. */
const seesPersons = (actor: HatActor): boolean => may(privacyPolicy, actor, 'contract-end.export');

/** The same for who may not see the persons behind: how many, where they are not few (definitions 6.2). */
const withoutFew = ({ items, holds, ...rest }: RetentionView, fewest: number): RetentionView => {
  const told = (count: number | null): number | null =>
    count === null || isFew(count, fewest) ? null : count;
  return {
    ...rest,
    items: items.map((rule) => ({ ...rule, due: told(rule.due), lastErased: told(rule.lastErased) })),
    holds: told(holds),
  };
};

/** How long an employer keeps what, and the erasing of what is over. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly holders: PersonalDataHolders,
  ) {}

  /** The schedule, with what would go tonight. */
  async schedule(actor: HatActor): Promise<RetentionView> {
    const tenantId = employerOf(actor);
    const today = this.clock.today();
    return this.doors.within(actor, tenantId, async (tx) => {
      const items = [];
      for (const rule of await listRules(tx, tenantId)) {
        const { days, least } = RETENTION_CLASSES[rule.dataClass];
        const cut = { tenantId, dataClass: rule.dataClass, before: goesBefore(today, rule.days), today };
        const holders = this.holdersOf(rule.dataClass);
        if (holders.length === 0) continue;
        let due = 0;
        for (const holder of holders) due += await holder.due(tx, cut);
        items.push({ ...rule, defaultDays: days, leastDays: least, due });
      }
      const holds = await countHolds(tx, tenantId, today);
      const schedule = { items, holds, abilities: abilities(privacyPolicy, actor) };
      return seesPersons(actor) ? schedule : withoutFew(schedule, await fewestTold(tx, tenantId));
    });
  }

  /** @throws Problem 400 for a time shorter than the rules of the product need, or absurdly long */
  async change(actor: HatActor, dataClass: RetentionClass, dto: ChangeRetentionDto): Promise<void> {
    const tenantId = employerOf(actor);
    const { least } = RETENTION_CLASSES[dataClass];
    if (!isLongEnough(dataClass, dto.days))
      throw invalidField('days', 'too-short', `This is needed for at least ${least} days.`);
    await this.doors.within(actor, tenantId, async (tx) => {
      await changeRule(tx, tenantId, { dataClass, ...dto, hatId: actor.hatId, at: this.clock.now() });
      await audit(tx, actor, {
        tenantId,
        action: 'retention.change',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: PURPOSE,
        detail: { dataClass, days: dto.days },
      });
    });
  }

  /** Erases a bounded part of what is over. Returns whether something may be left. */
  async sweep(tenantId: string): Promise<boolean> {
    let batches = 0;
    const rules = await this.doors.within(sweeping, tenantId, (tx) => listRules(tx, tenantId));
    const today = this.clock.today();
    for (const { dataClass, days } of rules) {
      const cut = { tenantId, dataClass, before: goesBefore(today, days), today };
      const holders = this.holdersOf(dataClass);
      if (holders.length === 0) continue;
      if (batches >= BATCHES) return true;
      batches += await this.sweepClass(holders, cut, BATCHES - batches);
    }
    return batches >= BATCHES;
  }

  /** Each holder to its end before the next: what points at a row goes before it. Returns how many batches it took. */
  private async sweepClass(
    holders: readonly PersonalDataHolder[],
    cut: RetentionCut,
    most: number,
  ): Promise<number> {
    let batches = 0;
    for (const holder of holders) {
      for (let taken = BATCH; taken >= BATCH && batches < most; batches += taken > 0 ? 1 : 0)
        taken = await this.eraseBatch(holder, cut);
    }
    return batches;
  }

  /** What is gone is on record in the same transaction: a night that is broken off leaves nothing erased unsaid. */
  private async eraseBatch(holder: PersonalDataHolder, cut: RetentionCut): Promise<number> {
    const { tenantId, dataClass, before } = cut;
    return this.doors.within(sweeping, tenantId, async (tx) => {
      const erased = await holder.erase(tx, cut, BATCH);
      await recordRun(tx, tenantId, { dataClass, before, erased, at: this.clock.now() });
      if (erased === 0) return 0;
      await audit(tx, sweeping, {
        tenantId,
        action: 'retention.erase',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: PURPOSE,
        detail: { dataClass, before, erased },
      });
      return erased;
    });
  }

  private holdersOf(dataClass: RetentionClass): PersonalDataHolder[] {
    return this.holders.all().filter(({ classes }) => classes.includes(dataClass));
  }
}

/** @throws Problem 404 */
export const retentionClassOf = (text: string): RetentionClass => {
  const found = retentionClasses.find((dataClass) => dataClass === text);
  if (!found) throw notFound();
  return found;
};

const employerOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
