import type { INestApplicationContext } from '@nestjs/common';
import { EffectService, SettlementsService, SettlementStepsService } from '../../outcomes/index.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { addDays, localDate, type LocalDate } from '../../shared/local-date.js';
import { monthsOf, type Period } from '../../shared/period.js';
import type { SeededPartnership } from './contract.js';
import type { SettableClock } from './settable-clock.js';

/** What the contract pays for by the piece: leaders' courses, one every other month. */
const coursesHeld = (period: Period): number => Math.ceil(monthsOf(period).length / 2);
const PAID_BY = 'days-cut-at-30';
/** Days after the period on which each is done. */
const DAYS_AFTER = { draft: 45, comment: 52, approve: 60, sign: 64, send: 65 } as const;

/** Says how each effect will be told; on the day a version is agreed, before what it is told of. */
export const planEffect = async (
  context: INestApplicationContext,
  { id, steering }: SeededPartnership,
): Promise<void> => {
  await context.get(EffectService).savePlans(steering, id);
};

/** Settles each period once its days of commenting and agreeing are over, and tells the effect that the latest is paid by. */
export const seedOutcomes = async (
  context: INestApplicationContext,
  clock: SettableClock,
  partnership: SeededPartnership,
  endOn: LocalDate,
): Promise<void> => {
  const { id, steering } = partnership;
  const effect = context.get(EffectService);
  const { due } = await context.get(SettlementsService).list(steering, id);
  const over = due
    .map(({ from, to }) => ({ from: localDate(from), to: localDate(to) }))
    .filter(({ to }) => addDays(to, DAYS_AFTER.send) <= endOn);
  const { plans } = await effect.get(steering, id);
  // One after the other: what a period brings forward goes into the next one.
  for (const period of over) {
    clock.set(addDays(period.to, DAYS_AFTER.draft));
    const plan = plans.find(({ indicator, from }) => indicator === PAID_BY && from === period.from);
    // An effect takes some seconds to tell: that of the latest period is the one that its page opens with.
    if (plan && period === over.at(-1)) await effect.order(steering, id, plan.id);
    await context.get(JobRunner).drain();
    await settle(context, clock, partnership, period);
  }
  clock.set(endOn);
};

/** Drawn up and approved by the municipality, commented by the provider, signed and sent by who pays. */
const settle = async (
  context: INestApplicationContext,
  clock: SettableClock,
  { id, steering, provider, payer }: SeededPartnership,
  { from, to }: Period,
): Promise<void> => {
  const [settlements, steps] = [context.get(SettlementsService), context.get(SettlementStepsService)];
  const on = (step: keyof typeof DAYS_AFTER): void => {
    clock.set(addDays(to, DAYS_AFTER[step]));
  };
  const { deliveries } = await settlements.list(steering, id);
  const delivered = Object.fromEntries(deliveries.map((term) => [term, coursesHeld({ from, to })]));
  const ordered = await settlements.order(steering, id, { from, to, delivered, correctsId: null });
  await context.get(JobRunner).drain();
  const key = { partnershipId: id, settlementId: ordered.id };
  const { statementHash } = await settlements.get(steering, key);
  // Nothing is drawn up where too few people stand behind it, as with very few employees.
  if (statementHash === null) return;
  on('comment');
  await steps.take(provider, key, { step: 'comment', note: 'Vi har ingen bemærkninger til tallene.' });
  on('approve');
  await steps.take(steering, key, { step: 'approve', statementHash });
  on('sign');
  await steps.take(payer, key, { step: 'sign', statementHash });
  on('send');
  await steps.take(payer, key, { step: 'send' });
};
