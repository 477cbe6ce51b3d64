import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, systemActor } from '../../access/index.js';
import { unitsOnDay, type UnitOnDay } from '../../organisations/index.js';
import { change, type Tx } from '../../platform/database/rows.js';
import type { JobRun } from '../../platform/jobs/job.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { Problem } from '../../platform/http/problem.js';
import { Cipher } from '../../platform/storage/cipher.js';
import type { LocalDate } from '../../shared/local-date.js';
import { getInstrumentForUse, type Instrument } from '../instruments/index.js';
import { reportingGroups, type ReportingGroup } from './domain/reporting-groups.js';
import { nextOf, stateOf, type RoundPlan } from './domain/round.js';
import { invite } from './inviting.queries.js';
import { newcomerGroups } from './domain/newcomer-groups.js';
import { countAsked, type Asked } from './population.queries.js';
import { prepareRound } from './rounds.jobs.js';
import { findRound, insertRound, type Round, type RoundKey } from './rounds.repository.js';
import { openSecrets } from './secrets.js';
import { countFree, SigningKeys } from './signing-keys.service.js';

const ACTOR = systemActor('open a round of a survey');

/** Puts the people of a round into reporting groups and invites them. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly keys: SigningKeys,
    private readonly cipher: Cipher,
  ) {}

  /** Makes the keys that the round would need today, so that opening it takes no time. */
  async prepare(key: RoundKey): Promise<void> {
    const groups = await this.doors.within(ACTOR, key.tenantId, async (tx) => {
      const round = await findRound(tx, key);
      return round && stateOf(round) === 'planned' ? groupsOf(tx, round, this.clock.today()) : [];
    });
    await this.keys.provide(key.tenantId, key.roundId, groups.length);
  }

  /** Opens a round, or in one for new employees the groups that have come together; doing it twice does it once. */
  async open(key: RoundKey, run: JobRun): Promise<void> {
    const secrets = await openSecrets(this.cipher, key.tenantId);
    for (;;) {
      const missing = await this.doors.within(ACTOR, key.tenantId, async (tx) => {
        const round = await findRound(tx, key, 'lock');
        if (!round || !mayInvite(round)) return 0;
        const on = this.clock.today();
        const groups = await groupsOf(tx, round, on);
        if ((await countFree(tx, key.tenantId, key.roundId)) < groups.length) return groups.length;
        if (groups.length > 0)
          await invite(tx, { ...key, asked: askedBy(round, on), groups, channels: round.channels }, secrets);
        await this.noteOpened(tx, round, groups);
        await run.complete(tx);
        return 0;
      });
      if (missing === 0) return;
      await this.keys.provide(key.tenantId, key.roundId, missing);
    }
  }

  /** A round that would have too few to be anonymous stays planned until its day of closing, and is told of as such. */
  private async noteOpened(tx: Tx, round: Round, groups: readonly ReportingGroup[]): Promise<void> {
    if (groups.length === 0 && round.kind !== 'newcomers') return;
    const { tenantId, roundId } = round;
    if (round.openedAt === null) {
      await change(
        tx,
        `update survey_rounds set opened_at = $3, as_of = $4, instrument = $5
         where tenant_id = $1 and round_id = $2`,
        [tenantId, roundId, this.clock.now(), this.clock.today(), JSON.stringify(await asItIsNow(tx, round))],
      );
      await planNext(tx, round);
    }
    await audit(tx, ACTOR, {
      tenantId,
      action: 'survey.open',
      subjectType: 'survey',
      subjectIds: [roundId],
      purpose: ACTOR.purpose,
      detail: { groups: groups.length, invited: groups.reduce((sum, { invited }) => sum + invited, 0) },
    });
  }
}

const mayInvite = (round: Round): boolean =>
  stateOf(round) === 'planned' || (stateOf(round) === 'open' && round.kind === 'newcomers');

export const askedBy = (
  round: RoundPlan & { readonly tenantId: string; readonly roundId?: string },
  on: LocalDate,
): Asked => ({
  tenantId: round.tenantId,
  population: round,
  on,
  butOf: round.kind === 'newcomers' ? (round.roundId ?? null) : null,
});

/** The reporting groups among the units of a day, of so many who are asked in each. */
export const groupsAmong = (
  units: readonly UnitOnDay[],
  asked: ReadonlyMap<string, number>,
  { kind, minimum }: Pick<RoundPlan, 'kind' | 'minimum'>,
): readonly ReportingGroup[] =>
  kind === 'newcomers' ? newcomerGroups(units, asked, minimum) : reportingGroups(units, asked, minimum);

const groupsOf = async (tx: Tx, round: Round, on: LocalDate): Promise<readonly ReportingGroup[]> => {
  const asked = await countAsked(tx, askedBy(round, on));
  return groupsAmong(await unitsOnDay(tx, ACTOR, { on, today: on }), asked, round);
};

/** The next round of a pulse, with its questions as they are now. */
const planNext = async (tx: Tx, round: Round): Promise<void> => {
  const next = nextOf(round);
  if (next === null) return;
  const roundId = await insertRound(tx, { ...round, ...next, hatId: null });
  if (roundId !== null) await addJob(tx, prepareRound, { tenantId: round.tenantId, roundId });
};

/** The questions as they are at opening; as they were planned where they have gone out of use since. */
const asItIsNow = (tx: Tx, { tenantId, instrument }: Round): Promise<Instrument> =>
  getInstrumentForUse(tx, tenantId, instrument.id).catch((fault: unknown) => {
    if (fault instanceof Problem) return instrument;
    throw fault;
  });
