import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../../access/index.js';
import { limitsOf, type OutputNumbers } from '../../disclosure/index.js';
import type { Tx } from '../../platform/database/rows.js';
import type { Curve } from '../domain/cohort-figures.js';
import { cohortCells } from '../domain/cohort-release.js';
import { beforeYear, cohortOf, isTellable, tellableFrom } from '../domain/cohort-years.js';
import { employerOf } from '../employer-of.js';
import { findGround, listCohort, type CohortGround } from './cohorts.queries.js';
import {
  keepCohortCells,
  listCohortCells,
  lockCohorts,
  type ReleasedCohortCell,
} from './cohorts.repository.js';
import type { CohortCurveView, CohortsView } from './cohorts.view.js';

/** How new employees' first year went by the quality of their introduction; each calendar year is told of once. */
@Injectable()
export class CohortsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async read(actor: HatActor): Promise<CohortsView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const limits = await limitsOf(tx, tenantId);
      const ground = await findGround(tx, tenantId);
      const cells = await this.releaseWhatIsFinal(tx, tenantId, { ground, limits });
      await audit(tx, actor, {
        tenantId,
        action: 'introduction-cohorts.read',
        subjectType: 'introduction',
        subjectIds: [],
        purpose: 'introduction of new employees',
      });
      const years = new Set([...ground.years, ...cells.map(({ year }) => year)]);
      const { persons, absentPersons, answers } = limits;
      return {
        items: [...years].sort((a, b) => b - a).map((year) => cohortView(year, cells)),
        limits: { persons, absentPersons, answers },
      };
    });
  }

  private async releaseWhatIsFinal(
    tx: Tx,
    tenantId: string,
    { ground, limits }: { readonly ground: CohortGround; readonly limits: OutputNumbers },
  ): Promise<ReleasedCohortCell[]> {
    const now = { at: this.clock.now(), today: this.clock.today() };
    const missing = (cells: readonly ReleasedCohortCell[]): number[] =>
      ground.years.filter(
        (year) => isTellable(year, ground.knownUntil, now.today) && !cells.some((cell) => cell.year === year),
      );
    const released = await listCohortCells(tx, tenantId);
    if (missing(released).length === 0) return released;
    await lockCohorts(tx, tenantId);
    for (const year of missing(await listCohortCells(tx, tenantId))) {
      const [own, before] = [cohortOf(year, ground.recordedFrom), beforeYear(year, ground.recordedFrom)];
      const people = own === null ? [] : await listCohort(tx, tenantId, own, true);
      const alike = before === null ? [] : await listCohort(tx, tenantId, before, false);
      await keepCohortCells(tx, tenantId, year, { cells: cohortCells(people, alike, limits), at: now.at });
    }
    return listCohortCells(tx, tenantId);
  }
}

const cohortView = (year: number, released: readonly ReleasedCohortCell[]): CohortsView['items'][number] => {
  const cells = released.filter((cell) => cell.year === year);
  return {
    year,
    releasedAt: cells[0]?.releasedAt ?? null,
    tellableFrom: tellableFrom(year),
    cells: cells.map(({ cell, persons, reason, figures }) => ({
      cell,
      persons,
      reason,
      figures: figures && {
        firstAbsence: curveView(figures.firstAbsence),
        spells: curveView(figures.spells),
        stay: curveView(figures.stay),
        checkIns: [...figures.checkIns],
      },
    })),
  };
};

const curveView = ({ points, expected }: Curve): CohortCurveView => ({
  points: [...points],
  expected: [...expected],
});
