import { Injectable } from '@nestjs/common';
import { absenceChanged } from '../../absence/index.js';
import { audit, Clock, Doors, systemActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import type { LocalDate } from '../../shared/local-date.js';
import {
  areAnswers,
  CHECK_IN_CHOICES,
  CHECK_IN_QUESTIONS,
  checkInState,
  scoreOf,
} from '../domain/check-in.js';
import { stateOf } from '../domain/journey.js';
import { firstNameOf } from '../domain/link.js';
import { listCheckIns, listSteps } from '../journeys/journey-view.queries.js';
import { reopenStep, settleStep, wantTalk } from '../journeys/journeys.repository.js';
import { LinkAttempts } from './link-attempts.js';
import type { CheckInDto, OwnStepDto, TalkDto } from './link-page.dto.js';
import {
  answerCheckIn,
  findLink,
  findLinkPage,
  type LinkPageHead,
  type OpenedLink,
} from './link-page.queries.js';
import type { LinkPageView, OwnCheckInView, OwnStepView } from './link-page.view.js';
import { secretHash } from './link-secret.js';

const READER = systemActor('an introduction’s own link');

interface Opened {
  readonly link: OpenedLink;
  readonly head: LinkPageHead;
}

/** The page of a new employee or a buddy, opened by a link instead of a login. */
@Injectable()
export class LinkPageService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly attempts: LinkAttempts,
  ) {}

  /** @throws Problem 400 for a link that leads nowhere (any more), 429 */
  async open(secret: string, ip: string): Promise<LinkPageView> {
    return this.within(secret, ip, (tx, opened) => this.view(tx, opened));
  }

  /** @throws Problem 404 for a step of somebody else */
  async mark({ secret, position, done }: OwnStepDto, ip: string): Promise<LinkPageView> {
    const on = this.clock.today();
    return this.within(secret, ip, async (tx, opened) => {
      const { tenantId, introductionId: id, holder } = opened.link;
      const key = { tenantId, id, position };
      const settlement = { outcome: 'done', on, by: holder, hatId: null } as const;
      const changed = done
        ? await settleStep(tx, key, settlement, holder)
        : await reopenStep(tx, key, holder);
      if (changed === 0) throw notFound();
      await note(tx, opened, done ? 'introduction.settle-step' : 'introduction.reopen-step', { position });
      return this.view(tx, opened);
    });
  }

  /** @throws Problem 400 for an answer to no question of ours, 404 for a buddy, 409 outside its days or a second time */
  async answer({ secret, day, answers }: CheckInDto, ip: string): Promise<LinkPageView> {
    const on = this.clock.today();
    if (!areAnswers(answers))
      throw invalidField('answers', 'unknown-answer', 'That is no answer to a question here.');
    return this.within(secret, ip, async (tx, opened) => {
      const checkIn = (await this.checkIns(tx, opened)).find((one) => one.day === day);
      if (!checkIn) throw notFound();
      if (checkIn.state !== 'open') throw conflict('check-in-not-open', 'This is not open for answers.');
      await answerCheckIn(tx, opened.link, { day, answers, score: scoreOf(answers), on });
      await note(tx, opened, 'introduction.check-in', { day });
      return this.view(tx, opened);
    });
  }

  /** @throws Problem 404 for a buddy */
  async talk({ secret, wanted }: TalkDto, ip: string): Promise<LinkPageView> {
    const [at, on] = [this.clock.now(), this.clock.today()];
    return this.within(secret, ip, async (tx, opened) => {
      const { tenantId, introductionId: id, holder } = opened.link;
      if (holder !== 'employee') throw notFound();
      await wantTalk(tx, { tenantId, id }, wanted ? { at, on } : null);
      await note(tx, opened, wanted ? 'introduction.want-talk' : 'introduction.unwant-talk');
      // Whoever is to hold it is told at once, not the next morning.
      await addJob(tx, absenceChanged, { tenantId });
      const head = await findLinkPage(tx, opened.link, on);
      return this.view(tx, { ...opened, head: head ?? opened.head });
    });
  }

  private async within<T>(
    secret: string,
    ip: string,
    work: (tx: Tx, opened: Opened) => Promise<T>,
  ): Promise<T> {
    const today = this.clock.today();
    const found = await this.attempts.limit(ip, async () => {
      const link = await this.doors.system('open the link of an introduction', (tx) =>
        findLink(tx, secretHash(secret), today),
      );
      if (!link) return null;
      const head = await this.doors.within(READER, link.tenantId, (tx) => findLinkPage(tx, link, today));
      return head && { link, head };
    });
    return this.doors.within(READER, found.link.tenantId, (tx) => work(tx, found));
  }

  private async view(tx: Tx, opened: Opened): Promise<LinkPageView> {
    const { link, head } = opened;
    const isEmployee = link.holder === 'employee';
    const { employerName, unitName, leaderName, startsOn } = head;
    return {
      holder: link.holder,
      firstName: firstNameOf(head.name),
      employerName,
      unitName,
      leaderName,
      buddyName: isEmployee ? head.buddyName : null,
      startsOn,
      expiresOn: link.expiresOn,
      state: this.state(head),
      steps: await ownSteps(tx, link),
      checkIns: await this.checkIns(tx, opened),
      questions: isEmployee ? [...CHECK_IN_QUESTIONS] : [],
      choices: isEmployee ? [...CHECK_IN_CHOICES] : [],
      talkWantedOn: isEmployee ? head.talkWantedOn : null,
    };
  }

  private state({ pausedSince, ...head }: LinkPageHead) {
    return stateOf({ ...head, onLeave: pausedSince !== null }, this.clock.today());
  }

  private async checkIns(tx: Tx, { link }: Opened): Promise<OwnCheckInView[]> {
    if (link.holder !== 'employee') return [];
    const { tenantId, introductionId: id } = link;
    const today: LocalDate = this.clock.today();
    const all = await listCheckIns(tx, { tenantId, id });
    return all.map((one, index) => ({
      day: one.day,
      dueOn: one.dueOn,
      state: checkInState(one, all[index + 1]?.dueOn ?? null, today),
    }));
  }
}

const ownSteps = async (
  tx: Tx,
  { tenantId, introductionId: id, holder }: OpenedLink,
): Promise<OwnStepView[]> =>
  (await listSteps(tx, { tenantId, id }, holder)).map(
    ({ position, moment, title, text, points, link, dueOn, settledOn }) => ({
      position,
      moment,
      title,
      text,
      points,
      link,
      dueOn,
      settledOn,
    }),
  );

const note = (
  tx: Tx,
  { link, head }: Opened,
  action: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  audit(tx, READER, {
    tenantId: link.tenantId,
    action,
    subjectType: 'introduction',
    subjectIds: [link.introductionId],
    personIds: [head.personId],
    purpose: READER.purpose,
    detail: { ...detail, holder: link.holder },
  });
