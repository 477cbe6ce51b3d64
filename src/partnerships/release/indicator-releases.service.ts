import { Injectable } from '@nestjs/common';
import {
  absenceFacts,
  AbsenceFootprints,
  presenceFacts,
  type AbsenceFact,
  type PresenceFact,
} from '../../absence/index.js';
import { audit, Clock, Doors, type SystemActor } from '../../access/index.js';
import {
  absenceChangedByFew,
  limitsOf,
  lockReleases,
  monthOf,
  recordRelease,
  releasedCells,
  shownBy,
  strictestOf,
  type DisclosureLimits,
  type ReleasedCell,
  type ReleaseKey,
} from '../../disclosure/index.js';
import { addDays, addMonths, dayOf, type LocalDate } from '../../shared/local-date.js';
import { monthsOf, type Period } from '../../shared/period.js';
import type { IndicatorMeasure } from '../domain/contract.js';
import { listOffered, type OfferedUnit } from '../contract/offered-units.repository.js';
import {
  decideFigures,
  QUANTITY_OF,
  type AskedFamily,
  type AskedFigure,
  type DecidedFigure,
} from '../domain/indicator-release.js';

/** What was decided, and what had left the house until then. */
export interface DecidedRelease {
  readonly figures: readonly DecidedFigure[];
  readonly span: Period;
  readonly earlier: number;
  readonly readAt: Date;
}

interface Read {
  readonly presence: readonly PresenceFact[];
  readonly absence: readonly AbsenceFact[];
  readonly limits: DisclosureLimits;
}

/**
 * The one way by which figures of indicators leave a partnership's employers, whether as a baseline, an effect or a
 * settlement: each is decided beside all that has left before, by reports and the lab too, and is written down.
 */
@Injectable()
export class IndicatorReleasesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /** Decides, and writes down what leaves. */
  async release(
    actor: SystemActor,
    key: ReleaseKey,
    families: readonly AskedFamily[],
  ): Promise<readonly DecidedFigure[]> {
    const decided = await this.decide(actor, key, families);
    await this.keep(actor, key, decided);
    return decided.figures;
  }

  /** Decides only: nothing may leave before it has been kept. */
  async decide(
    actor: SystemActor,
    key: ReleaseKey,
    families: readonly AskedFamily[],
  ): Promise<DecidedRelease> {
    const span = spanOf(families.flatMap(({ months }) => months));
    const { earlier, offered } = await this.doors.partnership(actor, key.partnershipId, async (tx) => ({
      earlier: await releasedCells(tx, key, span),
      offered: await listOffered(tx, key.partnershipId),
    }));
    const readAt = this.clock.now();
    const read = await this.read(actor, key, { families, earlier, offered });
    const figures = decideFigures(families, {
      footprints: new AbsenceFootprints(
        read.flatMap(({ presence }) => presence),
        read.flatMap(({ absence }) => absence),
      ),
      limits: strictestOf(read.map(({ limits }) => limits)),
      earlier,
    });
    return { figures, span, earlier: earlier.length, readAt };
  }

  /** Writes down what leaves. Safe to run again. @throws Error where something else left meanwhile: decide again */
  async keep(
    actor: SystemActor,
    key: ReleaseKey,
    { figures, span, earlier, readAt }: DecidedRelease,
  ): Promise<void> {
    await this.doors.partnership(actor, key.partnershipId, async (tx) => {
      await lockReleases(tx, key.partnershipId);
      if ((await releasedCells(tx, key, span)).length !== earlier)
        throw new Error('other figures left the house meanwhile');
      await recordRelease(tx, key, figures.map(lineOf), readAt);
    });
  }

  /**
   * Whether the absence that has come to be known since a release, of what it told of a period, is that of too few: told
   * again with it, the figures would tell of them.
   */
  async changedByFew(actor: SystemActor, told: ReleaseKey, period: Period): Promise<boolean> {
    const { shown, offered } = await this.doors.partnership(actor, told.partnershipId, async (tx) => ({
      shown: (await shownBy(tx, told)).filter(isIndicator),
      offered: await listOffered(tx, told.partnershipId),
    }));
    const months = new Set<string>(monthsOf(period));
    const cells = shown.filter(({ atoms }) => [...atoms].every((atom) => months.has(monthOf(atom))));
    const since = cells[0]?.readAt;
    if (since === undefined) return false;
    const asked = { families: [], earlier: cells, offered };
    const [now, then] = [
      await this.read(actor, told, asked),
      await this.read(actor, told, { ...asked, knownAt: since }),
    ];
    const footprints = new AbsenceFootprints(
      now.flatMap(({ presence }) => presence),
      now.flatMap(({ absence }) => absence),
      new Map([[since, then.flatMap(({ absence }) => absence)]]),
    );
    const limits = strictestOf(now.map((one) => one.limits));
    return cells.some(({ measure, atoms }) =>
      absenceChangedByFew((of, knownAt) => footprints.footprint(measure, of, knownAt), limits)(atoms, since),
    );
  }

  private async read(
    actor: SystemActor,
    key: ReleaseKey,
    of: {
      readonly families: readonly AskedFamily[];
      readonly earlier: readonly ReleasedCell<string>[];
      readonly offered: readonly OfferedUnit[];
      readonly knownAt?: string;
    },
  ): Promise<Read[]> {
    const units = new Set([...of.families, ...of.earlier].flatMap((one) => one.units));
    const months = [
      ...new Set([...of.families.flatMap((one) => one.months), ...of.earlier.flatMap(monthsOf)]),
    ].sort();
    const wanted = of.offered.filter(({ unitId }) => units.has(unitId));
    const read: Read[] = [];
    for (const tenantId of new Set(wanted.map((unit) => unit.tenantId))) {
      const workplaces = wanted.flatMap((unit) => (unit.tenantId === tenantId ? [unit.unitId] : []));
      read.push(
        await this.ofEmployer(actor, key, { tenantId, workplaces, months, knownAt: of.knownAt ?? null }),
      );
    }
    return read;
  }

  private ofEmployer(
    actor: SystemActor,
    { partnershipId }: ReleaseKey,
    wanted: {
      readonly tenantId: string;
      readonly workplaces: readonly string[];
      readonly months: readonly LocalDate[];
      readonly knownAt: string | null;
    },
  ): Promise<Read> {
    const { tenantId, workplaces, knownAt } = wanted;
    const question = { ...wanted, seenOn: knownAt === null ? this.clock.today() : dayOf(new Date(knownAt)) };
    return this.doors.within(actor, tenantId, async (tx) => {
      await audit(tx, actor, {
        tenantId,
        action: 'indicators.read',
        subjectType: 'unit',
        subjectIds: [...workplaces],
        purpose: actor.purpose,
        detail: { partnershipId },
      });
      return {
        presence: await presenceFacts(tx, question),
        absence: await absenceFacts(tx, question),
        limits: await limitsOf(tx, tenantId),
      };
    });
  }
}

type IndicatorCell = ReleasedCell<(typeof QUANTITY_OF)[IndicatorMeasure]>;

const isIndicator = (cell: ReleasedCell<string>): cell is IndicatorCell =>
  Object.values<string>(QUANTITY_OF).includes(cell.measure);

/** From the first to the last day of some months. */
const spanOf = (months: readonly LocalDate[]): Period => {
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)];
  if (!first || !last) throw new RangeError('a figure of no month');
  return { from: first, to: addDays(addMonths(last, 1), -1) };
};

const isWhole = ({ months }: AskedFigure): boolean => months.length === monthsOf(spanOf(months)).length;

const lineOf = ({ key, measure, units, months, reason }: DecidedFigure) => ({
  measure: QUANTITY_OF[measure],
  cell: key,
  units,
  ...spanOf(months),
  months: isWhole({ key, units, months }) ? null : months,
  reason,
  amounts: reason === null ? [] : null,
});
