import { Injectable } from '@nestjs/common';
import { absenceChanged } from '../../absence/index.js';
import { abilities, audit, Clock, Doors, type HatActor } from '../../access/index.js';
import { withUnitsApart } from '../../organisations/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { localDate, type LocalDate } from '../../shared/local-date.js';
import { CHECK_IN_CHOICES, CHECK_IN_QUESTIONS, checkInState } from '../domain/check-in.js';
import { stateOf } from '../domain/journey.js';
import { employerOf } from '../employer-of.js';
import { onboardingPolicy } from '../onboarding.policy.js';
import type { JourneysQuery, SettleStepDto } from './journeys.dto.js';
import {
  findIntroduction,
  listColleagues,
  listIntroductions,
  type ReachedIntroduction,
} from './journeys.queries.js';
import { holdTalk, reopenStep, setBuddy, settleStep } from './journeys.repository.js';
import type { BuddySuggestionsView, CheckInView, JourneysPage, JourneyView } from './journeys.view.js';
import {
  buddyOf,
  findHead,
  listCheckIns,
  listLinks,
  listSteps,
  type CheckInRow,
} from './journey-view.queries.js';

const PURPOSE = 'introduction of new employees';
const ENDS_REASONS = new Set([
  'introduction.settle-step',
  'introduction.reopen-step',
  'introduction.hold-talk',
]);

/** The introductions of new employees, as human resources and line managers work with them. */
@Injectable()
export class JourneysService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async list(actor: HatActor, query: JourneysQuery): Promise<JourneysPage> {
    const tenantId = employerOf(actor);
    const { state, unitId, sort, page, pageSize } = query;
    return this.doors.within(actor, tenantId, async (tx) => {
      const wanted = { state, unitId, sort, limit: pageSize, offset: offsetOf(query) };
      const { items, total } = await listIntroductions(tx, actor, this.clock.today(), wanted);
      await audit(tx, actor, {
        tenantId,
        action: 'introduction.list',
        subjectType: 'introduction',
        subjectIds: items.map(({ id }) => id),
        personIds: items.map(({ personId }) => personId),
        purpose: PURPOSE,
        detail: { state, unitId, page },
      });
      return { items: await withUnitsApart(tx, items, this.clock.today()), total, page, pageSize };
    });
  }

  /** @throws Problem 404 for one out of reach */
  async get(actor: HatActor, id: string): Promise<JourneyView> {
    const tenantId = employerOf(actor);
    const today = this.clock.today();
    return this.doors.within(actor, tenantId, async (tx) => {
      const head = await findHead(tx, actor, today, id);
      if (!head) throw notFound();
      const { buddyPersonId: _id, buddyName: _name, buddySince: _since, ...shown } = head;
      const [placed = shown] = await withUnitsApart(tx, [shown], today);
      const steps = await listSteps(tx, { tenantId, id });
      const openSteps = steps.filter(({ settledOn }) => settledOn === null).length;
      const state = stateOf(
        { ...head, openSteps, lastDueOn: lastDueOf(steps), onLeave: head.pausedSince !== null },
        today,
      );
      const runs = state === 'running' || state === 'upcoming';
      await this.note(tx, actor, 'introduction.read', head);
      return {
        ...placed,
        state,
        buddy: buddyOf(head),
        steps: steps.map((step) => ({
          ...step,
          overdue: runs && step.settledOn === null && step.dueOn < today,
        })),
        checkIns: checkInsOf(await listCheckIns(tx, { tenantId, id }), today),
        links: await listLinks(tx, { tenantId, id }, today),
        abilities: abilities(onboardingPolicy, actor),
      };
    });
  }

  /** @throws Problem 400 for a day to come, 404 */
  async settle(actor: HatActor, id: string, position: number, body: SettleStepDto): Promise<void> {
    const today = this.clock.today();
    const on = body.on ? localDate(body.on) : today;
    if (on > today) throw invalidField('on', 'not-later', 'That day is still to come.');
    await this.work(actor, id, async (tx, { tenantId }) => {
      const settlement = { outcome: body.outcome, on, by: actor.role, hatId: actor.hatId };
      const settled = await settleStep(tx, { tenantId, id, position }, settlement);
      if (settled === 0) throw notFound();
      return { action: 'introduction.settle-step', detail: { position, outcome: body.outcome } };
    });
  }

  /** @throws Problem 404 */
  async reopen(actor: HatActor, id: string, position: number): Promise<void> {
    await this.work(actor, id, async (tx, { tenantId }) => {
      if ((await reopenStep(tx, { tenantId, id, position })) === 0) throw notFound();
      return { action: 'introduction.reopen-step', detail: { position } };
    });
  }

  /** Colleagues of the unit with a year there, the fewest such tasks first. @throws Problem 404 */
  async suggestBuddies(actor: HatActor, id: string): Promise<BuddySuggestionsView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = await findIntroduction(tx, actor, this.clock.today(), id);
      if (!found) throw notFound();
      const items = await listColleagues(tx, actor, this.clock.today(), found);
      await audit(tx, actor, {
        tenantId,
        action: 'introduction.suggest-buddies',
        subjectType: 'introduction',
        subjectIds: [id],
        personIds: items.map(({ personId }) => personId),
        purpose: PURPOSE,
      });
      return { items };
    });
  }

  /** @throws Problem 400 for somebody of another unit, 404 */
  async setBuddy(actor: HatActor, id: string, personId: string): Promise<void> {
    const today = this.clock.today();
    await this.work(actor, id, async (tx, { tenantId, found }) => {
      const [colleague] = await listColleagues(tx, actor, today, found, { personId });
      if (!colleague)
        throw invalidField(
          'personId',
          'not-in-unit',
          'A buddy works in the same unit and is not the leader.',
        );
      if (found.buddyPersonId !== personId) await setBuddy(tx, { tenantId, id }, { personId, since: today });
      return { action: 'introduction.set-buddy', personIds: [personId] };
    });
  }

  /** @throws Problem 404 */
  async releaseBuddy(actor: HatActor, id: string): Promise<void> {
    await this.work(actor, id, async (tx, { tenantId, found }) => {
      await setBuddy(tx, { tenantId, id }, null);
      return { action: 'introduction.release-buddy', personIds: [found.buddyPersonId] };
    });
  }

  /** The talk that the new employee asked for has been held. @throws Problem 404, 409 where none is wanted */
  async holdTalk(actor: HatActor, id: string): Promise<void> {
    await this.work(actor, id, async (tx, { tenantId }) => {
      if ((await holdTalk(tx, { tenantId, id }, this.clock.today())) === 0)
        throw conflict('no-talk-wanted', 'No talk is asked for. Look again.');
      return { action: 'introduction.hold-talk' };
    });
  }

  private async work(
    actor: HatActor,
    id: string,
    act: (
      tx: Tx,
      on: { readonly tenantId: string; readonly found: ReachedIntroduction },
    ) => Promise<{
      readonly action: string;
      readonly detail?: Readonly<Record<string, unknown>>;
      readonly personIds?: readonly (string | null)[];
    }>,
  ): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const found = await findIntroduction(tx, actor, this.clock.today(), id);
      if (!found) throw notFound();
      const { action, detail, personIds } = await act(tx, { tenantId, found });
      // What was a reason for a signal may be none any more.
      if (ENDS_REASONS.has(action)) await addJob(tx, absenceChanged, { tenantId });
      await this.note(tx, actor, action, found, detail, personIds);
    });
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    { id, personId }: { readonly id: string; readonly personId: string },
    detail: Readonly<Record<string, unknown>> = {},
    others: readonly (string | null)[] = [],
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId: employerOf(actor),
      action,
      subjectType: 'introduction',
      subjectIds: [id],
      personIds: [personId, ...others],
      purpose: PURPOSE,
      detail,
    });
  }
}

const checkInsOf = (checkIns: readonly CheckInRow[], today: LocalDate): CheckInView[] =>
  checkIns.map((checkIn, index) => {
    const { day, dueOn, answeredOn, answers } = checkIn;
    return {
      day,
      dueOn,
      answeredOn,
      state: checkInState(checkIn, checkIns[index + 1]?.dueOn ?? null, today),
      answers:
        answers === null ? [] : CHECK_IN_QUESTIONS.map(({ id, wording }) => answerOf(wording, answers[id])),
    };
  });

const lastDueOf = (steps: readonly { readonly dueOn: string }[]): LocalDate | null => {
  const last = steps
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
  return last === undefined ? null : localDate(last);
};

const answerOf = (
  question: (typeof CHECK_IN_QUESTIONS)[number]['wording'],
  value: number | null | undefined,
) => ({
  question,
  value: value ?? null,
  choice: value === null || value === undefined ? null : (CHECK_IN_CHOICES[value] ?? null),
});
