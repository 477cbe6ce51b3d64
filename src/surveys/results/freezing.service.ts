import { Injectable } from '@nestjs/common';
import { absenceChanged } from '../../absence/index.js';
import { audit, Clock, Doors, type SystemActor } from '../../access/index.js';
import { recordSurveyRelease, limitsOf } from '../../disclosure/index.js';
import { notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import type { Tx } from '../../platform/database/rows.js';
import type { Instrument } from '../instruments/domain/instrument.js';
import { keepComments, roundGroups, roundUnits, type CommentPlace } from './answers.queries.js';
import { freeze, type FrozenUnit } from './domain/frozen.js';
import { ledgerOf } from './domain/ledger.js';
import { placesOf } from './domain/places.js';
import { previousOf, writeResults } from './results.repository.js';
import { findNeighbour, findRound, listWaiting, type RoundKey } from './rounds.queries.js';

/** Makes the results of a round that has closed, lets the output policy decide, and keeps both for good. */
@Injectable()
export class FreezingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to run again and beside another run: a round is released once. One before it in its row that still waits comes
   * first, since each is compared with the last.
   */
  async freeze(actor: SystemActor, key: RoundKey, done: (tx: Tx) => Promise<void>): Promise<void> {
    await this.doors.within(actor, key.tenantId, async (tx) => {
      for (const roundId of await listWaiting(tx, key)) await this.release(tx, actor, { ...key, roundId });
      await done(tx);
    });
  }

  private async release(tx: Tx, actor: SystemActor, key: RoundKey): Promise<void> {
    const round = await findRound(tx, key);
    if (!round?.isClosed) throw notFound();
    const { instrument } = round;
    const before = await findNeighbour(tx, key, 'before');
    const whole = placesOf(
      instrument,
      await roundUnits(tx, key, round.treeOn),
      await roundGroups(tx, key, instrument),
    );
    const units = freeze(whole, {
      instrument,
      limits: await limitsOf(tx, key.tenantId),
      previous: before ? await previousOf(tx, { ...key, roundId: before.roundId }) : new Map(),
    });
    await recordSurveyRelease(tx, key, ledgerOf(units), this.clock.now());
    await writeResults(tx, key, units);
    await keepComments(tx, key, commentItems(instrument), commentPlaces(units));
    await audit(tx, actor, {
      tenantId: key.tenantId,
      action: 'survey-results.release',
      subjectType: 'employer',
      subjectIds: [key.tenantId],
      purpose: actor.purpose,
      detail: { round: key.roundId, units: units.length },
    });
    // The rules look again: a scale may have fallen in a unit.
    await addJob(tx, absenceChanged, { tenantId: key.tenantId });
  }
}

const commentItems = ({ items }: Instrument): string[] =>
  items.filter(({ kind }) => kind === 'comment').map(({ id }) => id);

const commentPlaces = (units: readonly FrozenUnit[]): CommentPlace[] => {
  const shownAt = (unit: FrozenUnit | undefined): number | null => {
    if (!unit) return null;
    if (unit.comments) return unit.place;
    return unit.parent === null ? null : shownAt(units[unit.parent]);
  };
  return units.flatMap((unit) => {
    const place = shownAt(unit);
    return place === null ? [] : unit.groups.map((groupId) => ({ groupId, place }));
  });
};
