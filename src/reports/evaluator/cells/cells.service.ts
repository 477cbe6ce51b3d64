import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { abilities, Clock, Doors, type HatActor } from '../../../access/index.js';
import {
  fixedPeriodOf,
  fixedPeriodsOver,
  MembersService,
  PartnershipsService,
} from '../../../partnerships/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { writeCsv } from '../../../platform/documents/csv.js';
import { conflict, invalidField, notFound } from '../../../platform/http/problem.js';
import { addJob } from '../../../platform/jobs/outbox.js';
import { addMonths } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import { evaluatorPolicy } from '../evaluator.policy.js';
import { CELL_COLUMNS, cellLines, type CellContent } from './cell-content.js';
import { buildEvaluatorCells } from './cells.jobs.js';
import { findCells, insertCells, listCells, type CellsKey, type StoredCells } from './cells.repository.js';
import type { CellsList, CellsRow, CellsView } from './cells.view.js';

/** Months before the first day that a baseline may take. */
const BASELINE_MONTHS = 24;

/** Cells of workplaces and months for an evaluator from outside, ordered cut by cut. */
@Injectable()
export class CellsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
    private readonly members: MembersService,
  ) {}

  /** @throws Problem 404 */
  async list(actor: HatActor, partnershipId: string): Promise<CellsList> {
    const span = await this.span(actor, partnershipId);
    return this.seeing(actor, partnershipId, async (tx) => ({
      items: (await listCells(tx, partnershipId)).map((cells) => ({
        ...cells,
        provisionalMonths: [...cells.provisionalMonths],
      })),
      periods: fixedPeriodsOver(span, this.clock.today()).map((period) => ({ ...period })),
      abilities: abilities(evaluatorPolicy, actor),
    }));
  }

  /** @throws Problem 400 for a period that is no fixed one, 404, 409 while others are being made */
  async order(actor: HatActor, partnershipId: string, period: Period): Promise<CellsRow> {
    const fixed = fixedPeriodOf(period);
    if (typeof fixed === 'string')
      throw invalidField(fixed, 'period-not-fixed', 'Cells are of a calendar quarter, half-year or year.');
    if (period.to >= this.clock.today())
      throw invalidField('to', 'period-not-over', 'There are figures of days that have passed.');
    const span = await this.span(actor, partnershipId);
    if (period.to < span.from)
      throw invalidField('to', 'before-baseline', 'The baseline begins two years before the partnership.');
    if (period.from > span.to)
      throw invalidField('from', 'after-partnership', 'The partnership ended earlier.');
    return this.seeing(actor, partnershipId, async (tx) => {
      const order = { period, hatId: actor.hatId, at: this.clock.now() };
      const made = await insertCells(tx, partnershipId, order);
      if (!made) throw conflict('cells-building', 'Other cells are being made: wait for them.');
      await addJob(tx, buildEvaluatorCells, { partnershipId, cellsId: made.id });
      return rowOf(made);
    });
  }

  /** @throws Problem 404 */
  async get(actor: HatActor, key: CellsKey): Promise<CellsView> {
    const found = await this.find(actor, key);
    const units = found.content?.units ?? [];
    return {
      ...rowOf(found),
      workplaces: units.map(({ unitId, name, employer, arm, hidden }) => ({
        id: unitId,
        name,
        employer,
        arm,
        hidden: {
          days: hidden['absence-days'],
          begun: hidden['spells-begun'],
          ended: hidden['spells-ended'],
          lengths: hidden['days-by-length'],
          cut: hidden['days-cut-at-30'],
          long: hidden['long-spells'],
        },
      })),
    };
  }

  /** The rows as they left the house. @throws Problem 404, 409 while they are being made */
  async file(actor: HatActor, key: CellsKey): Promise<Readable> {
    const { content } = await this.find(actor, key);
    if (!content) throw conflict('cells-not-ready', 'The cells are still being made.');
    return writeCsv(CELL_COLUMNS, cellLines(content), { decimal: '.' });
  }

  private find(actor: HatActor, key: CellsKey): Promise<StoredCells> {
    return this.seeing(actor, key.partnershipId, async (tx) => {
      const found = await findCells(tx, key);
      if (!found) throw notFound();
      return found;
    });
  }

  private async span(actor: HatActor, partnershipId: string): Promise<Period> {
    const { from, to } = await this.partnerships.terms(actor, partnershipId);
    return { from: addMonths(from, -BASELINE_MONTHS), to };
  }

  private seeing<T>(actor: HatActor, partnershipId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'figures', 'effect');
      return work(tx);
    });
  }
}

const hiddenUnits = (content: CellContent | null): number =>
  (content?.units ?? []).filter((unit) => unit.hidden['absence-days'] !== null).length;

const rowOf = ({ id, state, from, to, orderedAt, finishedAt, content }: StoredCells): CellsRow => ({
  id,
  state,
  from,
  to,
  orderedAt,
  finishedAt,
  units: content?.units.length ?? 0,
  hiddenUnits: hiddenUnits(content),
  knownUntil: content?.knownUntil ?? null,
  provisionalMonths: [...(content?.provisionalMonths ?? [])],
});
