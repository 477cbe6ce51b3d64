import { Injectable } from '@nestjs/common';
import {
  absenceRate,
  groupFacts,
  spellsBegunPerPersonYear,
  together,
  type Facts,
} from '../../absence/index.js';
import { abilities, Clock, type HatActor } from '../../access/index.js';
import { rows, type Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { addDays, addMonths, firstOfMonth, type LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { BesideAbsenceView, BesideUnitView, RateView } from './beside-absence.view.js';
import { absenceInterval, associationOf, spellsInterval } from './domain/beside.js';
import type { FrozenScale } from './domain/frozen.js';
import { roundView, scaleView } from './result-views.js';
import { resultsPolicy } from './results.policy.js';
import { findHead } from './results.queries.js';
import { ResultsService } from './results.service.js';
import type { RoundKey } from './rounds.queries.js';

/** Years of people employed that an absence figure needs here. */
const LEAST_PERSON_YEARS = 10;
const MONTHS = 12;

interface Placed {
  readonly place: number;
  readonly last: number;
  readonly unitId: string;
  readonly name: string;
  readonly cell: FrozenScale;
}

/** A scale beside absence, unit by unit: what stands together, not what causes what. */
@Injectable()
export class BesideAbsenceService {
  constructor(
    private readonly results: ResultsService,
    private readonly clock: Clock,
  ) {}

  async read(actor: HatActor, roundId: string, scaleId: string | null): Promise<BesideAbsenceView> {
    return this.results.open(actor, roundId, async ({ tx, key }) => {
      const head = await findHead(tx, key);
      const scale = head?.definitions.find(({ id }) => id === (scaleId ?? head.definitions[0]?.id));
      if (!head || !scale) throw notFound();
      const period = yearBefore(head.closesOn);
      const facts = await groupFacts(tx, key.tenantId, { period, by: 'unit', today: this.clock.today() });
      const units = besideUnits(await placedUnits(tx, key, scale.id), facts);
      return {
        round: roundView(head),
        scales: head.definitions.map(scaleView),
        scaleId: scale.id,
        ...period,
        units,
        association: associationOf(
          units.flatMap(({ mean, absenceRate: rate }) =>
            rate ? [{ score: mean, absence: rate.value }] : [],
          ),
        ),
        abilities: abilities(resultsPolicy, actor),
      };
    });
  }
}

/** The twelve whole months before the one in which a round closed. */
const yearBefore = (closesOn: LocalDate): Period => {
  const end = firstOfMonth(closesOn);
  return { from: addMonths(end, -MONTHS), to: addDays(end, -1) };
};

const placedUnits = (tx: Tx, { tenantId, roundId }: RoundKey, scaleId: string): Promise<Placed[]> =>
  rows(
    tx,
    `select s.place, s.last_place as last, s.unit_id as "unitId", s.name, cell
     from survey_results s cross join jsonb_array_elements(s.scales) cell
     where s.tenant_id = $1 and s.round_id = $2 and s.place > 0 and cell ->> 'id' = $3 order by s.place`,
    [tenantId, roundId, scaleId],
  );

const rateView = (
  { value }: { readonly value: number | null },
  interval: RateView['interval'],
): RateView | null => (value === null ? null : { value, interval });

/** The nearest unit around a place; places count through the tree from the top. */
const above = (placed: readonly Placed[], place: number): Placed | undefined =>
  placed.findLast((other) => other.place < place && other.last >= place);

/** Units at the bottom of what is shown: one person's absence counts for one unit only. */
const besideUnits = (
  placed: readonly Placed[],
  facts: readonly (Facts & { readonly unitId: string | null })[],
): BesideUnitView[] => {
  const ofUnit = new Map(facts.map((one) => [one.unitId, one]));
  const shown = placed.filter(({ cell }) => cell.reason === null);
  const lowest = shown.filter(
    ({ place, last }) => !shown.some((other) => other.place > place && other.place <= last),
  );
  return lowest.flatMap(({ place, last, unitId, name, cell }) => {
    if (cell.answers === null || cell.mean === null || cell.low === null || cell.high === null) return [];
    const below = placed.filter((one) => one.place >= place && one.place <= last);
    const all = together(below.flatMap((one) => ofUnit.get(one.unitId) ?? []));
    const personYears = all.employedDays / 365;
    const isEnough = personYears >= LEAST_PERSON_YEARS;
    const [rate, spells] = [absenceRate(all), spellsBegunPerPersonYear(all)];
    return [
      {
        unitId,
        name,
        parentName: above(placed, place)?.name ?? null,
        answers: cell.answers,
        mean: cell.mean,
        low: cell.low,
        high: cell.high,
        personYears: Math.round(personYears * 10) / 10,
        absenceRate: isEnough ? rateView(rate, absenceInterval(rate.value ?? 0, personYears)) : null,
        spells: isEnough ? rateView(spells, spellsInterval(all.spellsBegun, personYears)) : null,
      },
    ];
  });
};
