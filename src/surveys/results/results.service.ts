import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, may, type HatActor } from '../../access/index.js';
import { limitsOf } from '../../disclosure/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import { notFound } from '../../platform/http/problem.js';
import { ownUnitsOf, tenantOf, type OwnUnits } from './own-units.queries.js';
import { itemViews, roundView, scaleView, trendView, unitView } from './result-views.js';
import type { CommentsQuery, ResultsQuery } from './results.dto.js';
import { resultsPolicy } from './results.policy.js';
import {
  countComments,
  findHead,
  findPath,
  findUnitRow,
  isOwnPlace,
  listComments,
  listTrend,
  listUnits,
  type RoundHead,
} from './results.queries.js';
import type { CommentPage, ResultRoundsView, ResultsView, UnitResultsView } from './results.view.js';
import { findRound, listReleasedRounds, type RoundKey } from './rounds.queries.js';

interface Opened {
  readonly tx: Tx;
  readonly key: RoundKey;
  readonly own: OwnUnits;
}

/** The frozen results of closed rounds; nothing here counts an answer. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async rounds(actor: HatActor): Promise<ResultRoundsView> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => ({
      items: (await listReleasedRounds(tx, tenantId)).map(roundView),
      abilities: abilities(resultsPolicy, actor),
    }));
  }

  async units(actor: HatActor, roundId: string, query: ResultsQuery): Promise<ResultsView> {
    return this.open(actor, roundId, async ({ tx, key, own }) => {
      const head = await headOf(tx, key);
      const under = query.under ? await this.ownUnit({ tx, key, own }, query.under) : null;
      const { items, total } = await listUnits(tx, key, { query, own, under: under?.place ?? 0 });
      return {
        round: roundView(head),
        scales: head.definitions.map(scaleView),
        whole: unitView(head.whole),
        path: under ? await findPath(tx, key, under.place) : [],
        items: items.map(unitView),
        page: query.page,
        pageSize: query.pageSize,
        total,
        abilities: abilities(resultsPolicy, actor),
      };
    });
  }

  /** One unit, or the whole where none is named. */
  async unit(actor: HatActor, roundId: string, unitId: string | null): Promise<UnitResultsView> {
    return this.open(actor, roundId, async ({ tx, key, own }) => {
      const round = await findRound(tx, key);
      const head = await headOf(tx, key);
      // The whole is what a line manager's own units are seen beside.
      const unit = await this.ownUnit({ tx, key, own: unitId === null ? null : own }, unitId);
      if (!round) throw notFound();
      const path = await findPath(tx, key, unit.place);
      const shownIn =
        unit.shownIn === 0 ? { unitId: null, name: '' } : path.find(({ place }) => place === unit.shownIn);
      const mayRead = may(resultsPolicy, actor, 'survey-comment.read') && (own === null || unitId !== null);
      return {
        round: roundView(head),
        scales: head.definitions.map(scaleView),
        unit: unitView(unit),
        path: path.map(({ unitId: id, name }) => ({ unitId: id, name })),
        shownIn: shownIn ? { unitId: shownIn.unitId, name: shownIn.name } : null,
        items: itemViews(round.instrument, unit.items),
        trend: (await listTrend(tx, key, unitId)).map(trendView),
        commentCount: unit.comments && mayRead ? await countComments(tx, key, { ...unit, item: null }) : 0,
        abilities: abilities(resultsPolicy, actor).filter((one) => one !== 'survey-comment.read' || mayRead),
      };
    });
  }

  async comments(actor: HatActor, roundId: string, query: CommentsQuery): Promise<CommentPage> {
    return this.open(actor, roundId, async ({ tx, key, own }) => {
      const unit = await this.ownUnit({ tx, key, own }, query.unit ?? null);
      const limits = await limitsOf(tx, key.tenantId);
      const page = { page: query.page, pageSize: query.pageSize };
      if (!unit.comments) {
        const isFew = (unit.answered ?? 0) < limits.comments;
        return {
          items: [],
          ...page,
          total: 0,
          reason: isFew ? 'too-few-answers' : 'complementary',
          needs: limits.comments,
        };
      }
      const found = await listComments(tx, key, {
        ...unit,
        item: query.item ?? null,
        limit: query.pageSize,
        offset: offsetOf(query),
      });
      await audit(tx, actor, {
        tenantId: key.tenantId,
        action: 'survey-comments.read',
        subjectType: unit.unitId === null ? 'employer' : 'unit',
        subjectIds: [unit.unitId ?? key.tenantId],
        purpose: 'follow up a survey',
        detail: { round: roundId },
      });
      return { ...found, ...page, reason: null, needs: limits.comments };
    });
  }

  /** The door of the round. A line manager's opens on the own units only. */
  async open<T>(actor: HatActor, roundId: string, work: (opened: Opened) => Promise<T>): Promise<T> {
    const key = { tenantId: tenantOf(actor), roundId };
    return this.doors.within(actor, key.tenantId, async (tx) =>
      work({ tx, key, own: await ownUnitsOf(tx, actor, this.clock.today()) }),
    );
  }

  /** @throws Problem 404 for a unit that the round does not know or that is not the actor's */
  async ownUnit({ tx, key, own }: Opened, unitId: string | null) {
    const unit = await findUnitRow(tx, key, unitId);
    if (!unit || !(await isOwnPlace(tx, key, own, unit.place))) throw notFound();
    return unit;
  }
}

const headOf = async (tx: Tx, key: RoundKey): Promise<RoundHead> => {
  const head = await findHead(tx, key);
  if (!head) throw notFound();
  return head;
};
