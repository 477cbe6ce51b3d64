import { Injectable } from '@nestjs/common';
import { Clock, Doors, type SystemActor } from '../../access/index.js';
import { notFound } from '../../platform/http/problem.js';
import { IndicatorCellsService } from '../cells/indicator-cells.service.js';
import { baselineFigures, baselineOfUnit, totalsOf } from '../domain/baseline.js';
import type { ContractContent, ContractUnit } from '../domain/contract.js';
import type { IndicatorCell } from '../domain/indicator-cell.js';
import { IndicatorReleasesService } from '../release/indicator-releases.service.js';
import { baselineBefore, findBaseline, insertBaseline } from './baselines.repository.js';
import { findVersion } from './contracts.repository.js';
import { contentHash } from './version-hash.js';

export interface BaselineKey {
  readonly partnershipId: string;
  readonly version: number;
}

/** Freezes what the months before the start came to. What was frozen for a workplace is never read again. */
@Injectable()
export class BaselinesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cells: IndicatorCellsService,
    private readonly releases: IndicatorReleasesService,
  ) {}

  /** Safe to run again and beside another run: the first that is written stands. @throws Problem 404 */
  async freeze(actor: SystemActor, { partnershipId, version }: BaselineKey): Promise<void> {
    const { content, earlier } = await this.doors.partnership(actor, partnershipId, async (tx) => {
      const found = await findVersion(tx, partnershipId, version);
      if (found?.state !== 'agreed') throw notFound();
      const baseline = await baselineBefore(tx, partnershipId, version);
      return { content: found.content, earlier: baseline?.cells ?? [] };
    });
    const cells = await this.read(actor, partnershipId, content, earlier);
    const decided = await this.releases.release(
      actor,
      { partnershipId, exit: 'baseline', release: String(version) },
      baselineFigures(content),
    );
    await this.doors.partnership(actor, partnershipId, (tx) =>
      insertBaseline(tx, partnershipId, {
        version,
        cells,
        hash: contentHash(cells),
        totals: totalsOf(content, cells, decided),
        frozenAt: this.clock.now(),
      }),
    );
  }

  /** The cells that a version is computed from; null until they have been frozen. */
  async cellsOf(
    actor: SystemActor,
    { partnershipId, version }: BaselineKey,
  ): Promise<readonly IndicatorCell[] | null> {
    const found = await this.doors.partnership(actor, partnershipId, (tx) =>
      findBaseline(tx, partnershipId, version),
    );
    return found?.cells ?? null;
  }

  private async read(
    actor: SystemActor,
    partnershipId: string,
    content: ContractContent,
    earlier: readonly IndicatorCell[],
  ): Promise<IndicatorCell[]> {
    const frozen = new Set(earlier.map((cell) => cell.unitId));
    const arms = new Map(content.units.map((unit) => [unit.unitId, unit.arm]));
    const kept = earlier.flatMap((cell) => {
      const arm = arms.get(cell.unitId);
      return arm ? [{ ...cell, arm }] : [];
    });
    const joining = content.units.filter((unit) => !frozen.has(unit.unitId));
    const read: IndicatorCell[] = [];
    for (const [from, units] of byJoining(joining)) {
      const period = baselineOfUnit(content, { from });
      read.push(...(await this.cells.read(actor, { partnershipId, units, period })));
    }
    return [...kept, ...read].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

const keyOf = (cell: IndicatorCell): string => `${cell.unitId} ${cell.month} ${cell.indicator}`;

const byJoining = (units: readonly ContractUnit[]): ReadonlyMap<ContractUnit['from'], ContractUnit[]> =>
  units.reduce(
    (groups, unit) => groups.set(unit.from, [...(groups.get(unit.from) ?? []), unit]),
    new Map<ContractUnit['from'], ContractUnit[]>(),
  );
