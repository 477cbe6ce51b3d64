import { Injectable } from '@nestjs/common';
import { Clock, Doors, HatsService, systemActor, type Actor } from '../access/index.js';
import { isLive } from '../organisations/index.js';
import type { Tx } from '../platform/database/rows.js';
import type { JobRun } from '../platform/jobs/job.js';
import { addJob } from '../platform/jobs/outbox.js';
import type { LocalDate } from '../shared/local-date.js';
import { escalateUnclaimed, giveBackOfGone } from './escalation.queries.js';
import { prepareForMany } from './profile.queries.js';
import { endOrWithdraw, lockSignals, raiseAndRefresh } from './raising.queries.js';
import { settleReasons } from './reasons.repository.js';
import { reasonSources, type SourceQuestion } from './reason-sources.js';
import { rulesOnDate, type RulesOnDate } from './rules-on-date.queries.js';
import { loadSettings } from './settings.repository.js';
import { signalsRaised } from './signals.jobs.js';

export interface OnDate extends RulesOnDate {
  readonly on: LocalDate;
}

/** Who may take a signal or act on it. */
const ACTING = ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'] as const;

interface Look extends Omit<SourceQuestion, 'settings'> {
  readonly hatIds: readonly string[];
}

@Injectable()
export class SignalsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  /**
   * Which rules hold for whom on a day, raising nothing: by what is recorded now, or by what was known on another day
   * (definitions 2.2). For the operator's command and for trying rules; who asks must be let in by the door.
   */
  async onDate(
    actor: Actor,
    question: { readonly tenantId: string; readonly on: LocalDate; readonly knownAt?: LocalDate },
  ): Promise<OnDate> {
    const { tenantId, on, knownAt } = question;
    return this.doors.within(actor, tenantId, async (tx) => {
      const settings = await loadSettings(tx, tenantId, on);
      await prepareForMany(tx);
      return { on, ...(await rulesOnDate(tx, { tenantId, on, settings }, knownAt)) };
    });
  }

  /**
   * Looks at an employer's rules as they hold today: raises, updates, ends and withdraws signals, gives back those taken
   * by who is gone, and passes on those left unclaimed. Does nothing before go-live (definitions 4.7); doing it twice does nothing more.
   */
  async look(tenantId: string, run?: JobRun): Promise<void> {
    const today = this.clock.today();
    const hats = await this.hats.listAround(tenantId, today, ACTING);
    const leaders = new Set(
      hats.flatMap(({ role, personId }) => (role === 'line-manager' && personId ? [personId] : [])),
    );
    const hatIds = hats.map(({ hatId }) => hatId);
    await this.doors.within(systemActor('look at signals'), tenantId, async (tx) => {
      await lockSignals(tx, tenantId);
      await prepareForMany(tx);
      if (await isLive(tx, tenantId, today)) await this.settle(tx, { tenantId, on: today, leaders, hatIds });
      await run?.complete(tx);
    });
  }

  private async settle(tx: Tx, { hatIds, ...asked }: Look): Promise<void> {
    const { tenantId, on } = asked;
    const question = { ...asked, settings: await loadSettings(tx, tenantId, on) };
    const { raised, refreshed, doubtful, doubtfulFrom } = await raiseAndRefresh(tx, question);
    if (doubtfulFrom !== null) await endOrWithdraw(tx, question, doubtful, doubtfulFrom);
    let news = raised + refreshed;
    for (const source of reasonSources) {
      news += await settleReasons(tx, question, await source(tx, question));
    }
    await giveBackOfGone(tx, tenantId, hatIds);
    const escalated = await escalateUnclaimed(tx, tenantId, on);
    if (news + escalated > 0) await addJob(tx, signalsRaised, { tenantId });
  }
}
