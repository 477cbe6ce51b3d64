import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, type HatActor } from '../access/index.js';
import { unitsOnDay } from '../organisations/index.js';
import type { Tx } from '../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import { notFound } from '../platform/http/problem.js';
import { addMonths, type LocalDate } from '../shared/local-date.js';
import { absencePolicy } from './absence.policy.js';
import { basisIn } from './domain/basis.js';
import { figuresBelow, isPeriodProvisional, monthsFor, tilesOf, trendOver } from './domain/overview.js';
import { lastCompleteMonth } from './domain/provisional.js';
import {
  childUnits,
  factsByChild,
  factsByMonth,
  knownUntil,
  presenceByChild,
  readWhole,
  type Part,
} from './figures.queries.js';
import {
  findFigures,
  findUnits,
  keepOverview,
  recordedFrom,
  type KeptOverview,
} from './overviews.repository.js';
import type { FiguresView, OverviewView, UnitFiguresPage, UnitOverviewView } from './overview.view.js';

/** Units shown at once; the rest come page by page. */
const FIRST_UNITS = 25;

/** The figures of an employer or a unit, for readers who may read every person in it (definitions 6.3). */
@Injectable()
export class OverviewService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async employer(actor: HatActor, months: number): Promise<OverviewView> {
    const figures = await this.doors.enter(actor, async (tx) => {
      const key = this.keyOf(actor, months);
      return (await findFigures(tx, key)) ?? (await this.compute(tx, key)).figures;
    });
    return this.viewOf(actor, figures);
  }

  /** The units at the top, page by page. */
  async units(actor: HatActor, months: number, page: PageQuery): Promise<UnitFiguresPage> {
    const units = await this.doors.enter(actor, async (tx) => {
      const key = this.keyOf(actor, months);
      return (await findUnits(tx, key)) ?? (await this.compute(tx, key)).units;
    });
    const items = units.slice(offsetOf(page), offsetOf(page) + page.pageSize);
    return { items, page: page.page, pageSize: page.pageSize, total: units.length };
  }

  async unit(actor: HatActor, unitId: string, months: number): Promise<UnitOverviewView> {
    const today = this.clock.today();
    return this.doors.enter(actor, async (tx) => {
      const [unit] = await unitsOnDay(tx, actor, { on: today, today }, unitId);
      if (!unit) throw notFound();
      const { figures } = await load(tx, { tenantId: unit.tenantId, unitId }, { months, today });
      return { id: unitId, name: unit.name, ...this.viewOf(actor, figures) };
    });
  }

  private async compute(tx: Tx, key: ReturnType<OverviewService['keyOf']>): Promise<KeptOverview> {
    await readWhole(tx);
    const computed = await load(tx, { tenantId: key.tenantId, unitId: null }, key);
    await keepOverview(tx, key, computed);
    return computed;
  }

  private keyOf(actor: HatActor, months: number) {
    if (!actor.tenantId) throw notFound();
    return { tenantId: actor.tenantId, months, today: this.clock.today() };
  }

  private viewOf(actor: HatActor, figures: FiguresView): OverviewView {
    return { ...figures, basis: basisIn(actor.language), abilities: abilities(absencePolicy, actor) };
  }
}

interface Wanted {
  readonly months: number;
  readonly today: LocalDate;
}

/** Reads what the figures of a part are made of, and makes them. */
const load = async (tx: Tx, part: Part, { months: count, today }: Wanted): Promise<KeptOverview> => {
  const sources = await knownUntil(tx, part.tenantId);
  const lastComplete = lastCompleteMonth(sources[0]?.until ?? null, today);
  const months = monthsFor(lastComplete, await recordedFrom(tx, part.tenantId), count);
  const { period, comparison, trend } = months;
  const loaded = {
    months,
    byMonth: await factsByMonth(tx, part, { ...trend, from: addMonths(trend.from, -12) }),
    now: await factsByChild(tx, part, period),
    before: comparison ? await factsByChild(tx, part, comparison) : [],
    presence: await presenceByChild(tx, part, today),
    presenceYearAgo: comparison ? await presenceByChild(tx, part, addMonths(today, -12)) : [],
  };
  const children = await childUnits(tx, part, today);
  const units = children.map((unit) => ({ ...unit, ...figuresBelow(loaded, unit.id) }));
  const figures = {
    period,
    comparison,
    provisional: isPeriodProvisional(months),
    knownUntil: sources,
    tiles: tilesOf(loaded),
    months: trendOver(loaded),
    units: units.slice(0, FIRST_UNITS),
    unitsTotal: units.length,
  };
  return { figures, units };
};
