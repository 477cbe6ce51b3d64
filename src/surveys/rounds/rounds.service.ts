import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, type HatActor } from '../../access/index.js';
import { namesApart, unitNames } from '../../organisations/index.js';
import { count, type Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { SmsGateway } from '../../platform/sms/sms-gateway.js';
import { getInstrumentForUse } from '../instruments/index.js';
import { ClosingService } from './closing.service.js';
import { planFault, stateOf, type PlanFault, type RoundPlan } from './domain/round.js';
import { queueSending } from './inviting.queries.js';
import { LETTERS_A_FILE } from './letters.service.js';
import { countReachable, listJobGroups } from './population.queries.js';
import { previewOf } from './preview.js';
import type { ClosingDayDto, ClosureDto, NewRoundDto, PopulationDto, RoundsQuery } from './rounds.dto.js';
import { openRound, prepareRound } from './rounds.jobs.js';
import { roundsPolicy } from './rounds.policy.js';
import {
  countChannels,
  countRound,
  deletePlanned,
  findRound,
  insertRound,
  listGroups,
  listRounds,
  moveClosing,
  type Round,
} from './rounds.repository.js';
import { roundRowOf, roundViewOf, tellsOfFew } from './rounds-view.js';
import type {
  PreviewView,
  RemindedView,
  RoundChoicesView,
  RoundMadeView,
  RoundPage,
  RoundView,
} from './rounds.view.js';

const FAULTS: Readonly<Record<PlanFault, readonly [field: string, message: string]>> = {
  'closes-first': ['closesOn', 'A round closes on the day it opens, or later.'],
  'every-weeks': ['everyWeeks', 'A pulse comes every so many weeks, and nothing else does.'],
  overlapping: ['closesOn', 'A round of a pulse closes before the next one opens.'],
  tenure: ['tenureTo', 'The months end after they begin.'],
};

/** What human resources do with rounds. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly closing: ClosingService,
    private readonly sms: SmsGateway,
  ) {}

  async list(actor: HatActor, query: RoundsQuery): Promise<RoundPage> {
    const { state, page, pageSize } = query;
    return this.within(actor, async (tx, tenantId) => {
      const wanted = { state, limit: pageSize, offset: offsetOf(query) };
      const { items, total } = await listRounds(tx, tenantId, wanted);
      return {
        items: items.map(roundRowOf),
        total,
        page,
        pageSize,
        abilities: abilities(roundsPolicy, actor),
      };
    });
  }

  async choices(actor: HatActor): Promise<RoundChoicesView> {
    return this.within(actor, async (tx, tenantId) => ({
      jobGroups: await listJobGroups(tx, tenantId, this.clock.today()),
      canText: this.sms.isConfigured,
      ...(await countReachable(tx, tenantId, this.clock.today())),
    }));
  }

  async preview(
    actor: HatActor,
    { tenureFrom = null, tenureTo = null, ...dto }: PopulationDto,
  ): Promise<PreviewView> {
    const on = this.clock.today();
    return this.within(actor, async (tx, tenantId) => {
      await refuseUnknownUnits(tx, tenantId, dto.unitIds);
      return previewOf(
        tx,
        { ...UNSAID, ...dto, tenantId, tenureFrom, tenureTo, opensOn: on, closesOn: on },
        on,
      );
    });
  }

  /** @throws Problem 400 for a plan that cannot be, 404 for an unknown instrument, 409 for one that may not be used */
  async make(actor: HatActor, dto: NewRoundDto): Promise<RoundMadeView> {
    const { instrumentId, everyWeeks = null, tenureFrom = null, tenureTo = null, ...rest } = dto;
    const plan: RoundPlan = { ...rest, everyWeeks, tenureFrom, tenureTo };
    const fault = planFault(plan);
    if (fault) throw invalidField(FAULTS[fault][0], fault, FAULTS[fault][1]);
    const today = this.clock.today();
    if (dto.opensOn < today) throw invalidField('opensOn', 'past', 'A round opens today or later.');
    return this.within(actor, async (tx, tenantId) => {
      await refuseUnknownUnits(tx, tenantId, dto.unitIds);
      const instrument = await getInstrumentForUse(tx, tenantId, instrumentId);
      const round = { ...plan, tenantId, seriesId: null, instrument, hatId: actor.hatId };
      const { groups } = await previewOf(tx, round, today);
      if (groups.length === 0 && plan.kind !== 'newcomers')
        throw conflict('too-few', 'Too few are asked for anybody to be anonymous.');
      const id = await insertRound(tx, round);
      if (id === null) throw conflict('already-planned', 'There is such a round already.');
      await addJob(tx, dto.opensOn === today ? openRound : prepareRound, { tenantId, roundId: id });
      await this.note(tx, actor, 'survey.make', id);
      return { id };
    });
  }

  /** @throws Problem 404 for another employer's */
  async get(actor: HatActor, id: string): Promise<RoundView> {
    return this.onRound(actor, id, async (tx, round) => {
      const groups = await listGroups(tx, round.tenantId, id);
      const named = [...round.unitIds, ...groups.flatMap(({ unitId }) => unitId ?? [])];
      const on = round.asOf ?? this.clock.today();
      return roundViewOf(round, {
        counts: await countRound(tx, round),
        groups,
        channels: await countChannels(tx, round),
        names: new Map([...(await unitNames(tx, named, on)), ...(await namesApart(tx, named, on))]),
        lettersAFile: LETTERS_A_FILE,
        abilities: abilities(roundsPolicy, actor),
      });
    });
  }

  /** @throws Problem 409 for one that has opened */
  async remove(actor: HatActor, id: string): Promise<void> {
    await this.onRound(actor, id, async (tx, round) => {
      if ((await deletePlanned(tx, round)) === 0)
        throw conflict('opened', 'People have been invited to this round. Close it instead.');
      await this.note(tx, actor, 'survey.delete', id);
    });
  }

  /** @throws Problem 409 for one that is not planned */
  async open(actor: HatActor, id: string): Promise<void> {
    await this.onRound(actor, id, async (tx, round) => {
      if (stateOf(round) !== 'planned') throw conflict('opened', 'This round has been opened.');
      await addJob(tx, openRound, { tenantId: round.tenantId, roundId: id });
    });
  }

  /** Sends the link again to those who have not opened it. @throws Problem 409 for one that is not open */
  async remind(actor: HatActor, id: string): Promise<RemindedView> {
    return this.onRound(actor, id, async (tx, round) => {
      if (stateOf(round) !== 'open') throw conflict('not-open', 'This round is not open.');
      const sent = await queueSending(tx, { tenantId: round.tenantId, roundId: id, again: true });
      await this.note(tx, actor, 'survey.remind', id);
      return { sent: tellsOfFew(await countChannels(tx, round), round.minimum) ? null : sent };
    });
  }

  /** @throws Problem 400 for a day that is over, 409 for a closed round */
  async moveClosing(actor: HatActor, id: string, { closesOn }: ClosingDayDto): Promise<void> {
    await this.onRound(actor, id, async (tx, round) => {
      if (stateOf(round) === 'closed') throw conflict('closed', 'This round has closed.');
      if (closesOn < this.clock.today() || closesOn < round.opensOn)
        throw invalidField('closesOn', 'past', 'That day is over.');
      await moveClosing(tx, round, closesOn);
      await this.note(tx, actor, 'survey.change', id);
    });
  }

  /** @throws Problem 409 before its day, unless told that this is meant */
  async close(actor: HatActor, id: string, { early = false }: ClosureDto): Promise<void> {
    const round = await this.onRound(actor, id, async (_tx, found) => found);
    if (stateOf(round) !== 'open') throw conflict('not-open', 'This round is not open.');
    if (!early && this.clock.today() <= round.closesOn)
      throw conflict('closes-early', 'People have been told that they can answer for longer.');
    await this.closing.close(actor, round);
  }

  private onRound<T>(actor: HatActor, id: string, work: (tx: Tx, round: Round) => Promise<T>): Promise<T> {
    return this.within(actor, async (tx, tenantId) => {
      const round = await findRound(tx, { tenantId, roundId: id });
      if (!round) throw notFound();
      return work(tx, round);
    });
  }

  private within<T>(actor: HatActor, work: (tx: Tx, tenantId: string) => Promise<T>): Promise<T> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    return this.doors.within(actor, tenantId, (tx) => work(tx, tenantId));
  }

  private note(tx: Tx, actor: HatActor, action: string, id: string): Promise<void> {
    return audit(tx, actor, {
      tenantId: actor.tenantId ?? '',
      action,
      subjectType: 'survey',
      subjectIds: [id],
      purpose: 'surveys of wellbeing',
    });
  }
}

/** @throws Problem 400 naming the field, for a unit that the employer has not */
const refuseUnknownUnits = async (tx: Tx, tenantId: string, unitIds: readonly string[]): Promise<void> => {
  const unknown = await count(
    tx,
    `select from unnest($2::uuid[]) wanted (id)
     where not exists (select from units where tenant_id = $1 and units.id = wanted.id)`,
    [tenantId, unitIds],
  );
  if (unknown > 0) throw invalidField('unitIds', 'unknown-unit', 'There is no such unit.');
};

const UNSAID = { title: { da: '', en: '' }, everyWeeks: null, channels: [] } as const;
