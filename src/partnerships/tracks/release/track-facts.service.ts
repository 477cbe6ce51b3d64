import { Injectable } from '@nestjs/common';
import { audit, Doors, HatsService, systemActor } from '../../../access/index.js';
import { caseProduction } from '../../../cases/index.js';
import { limitsOf, strictestOf, type DisclosureLimits } from '../../../disclosure/index.js';
import { learningFacts, yearlySkill } from '../../../learning/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';
import type { PartnershipTerms } from '../../partnerships.service.js';
import type { TrackUnit } from '../domain/decide-tracks.js';
import { employmentFigures, type EstimateOf } from '../domain/employment-facts.js';
import { ruleOf, type TrackFact, type TrackMeasure } from '../domain/track-measures.js';
import { citizenCourses, knownUntil } from './citizen-courses.queries.js';
import type { SkillAnswer } from './track-content.js';
import type { Authority } from './track-releases.repository.js';

const reading = systemActor('read the figures of the tracks');

export interface TrackReading {
  readonly facts: readonly TrackFact[];
  readonly estimateOf: EstimateOf;
  unitsOf(measure: TrackMeasure): readonly TrackUnit[];
  readonly limits: DisclosureLimits;
  readonly employers: readonly TrackUnit[];
  readonly skills: readonly SkillAnswer[];
  /** The last week that every authority has told of. */
  readonly knownUntil: LocalDate | null;
}

const byId = (units: readonly TrackUnit[]): TrackUnit[] => [
  ...new Map(units.map((unit) => [unit.id, unit])).values(),
];

/** Reads what a period's figures of the tracks are made of, at each tenant through its own door. */
@Injectable()
export class TrackFactsService {
  constructor(
    private readonly doors: Doors,
    private readonly hats: HatsService,
  ) {}

  async read(
    terms: PartnershipTerms,
    authorities: readonly Authority[],
    period: Period,
  ): Promise<TrackReading> {
    const own = terms.units.filter(({ arm }) => arm === 'in');
    const employers = byId(own.map(({ tenantId, employerName }) => ({ id: tenantId, name: employerName })));
    const citizens = await Promise.all(authorities.map(({ id }) => this.citizens(id, terms.from, period)));
    const work = await Promise.all(
      employers.map(({ id, name }) =>
        this.atEmployer(
          { id, name },
          own.filter(({ tenantId }) => tenantId === id).map(({ unitId }) => unitId),
          period,
        ),
      ),
    );
    const teams = byId(work.flatMap((each) => each.teams)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const employment = employmentFigures(citizens, period);
    const weeks = citizens.map((each) => each.knownUntil);
    return {
      facts: [employment, ...work].flatMap(({ facts }) => facts),
      estimateOf: employment.estimateOf,
      unitsOf: (measure) =>
        ({ prevention: teams, employment: authorities, learning: employers })[ruleOf(measure).track],
      limits: strictestOf(work.map(({ limits }) => limits)),
      employers,
      skills: work.flatMap(({ skill }) => skill ?? []),
      knownUntil: weeks.reduce<LocalDate | null>(
        (least, week) => (week !== null && (least === null || week < least) ? week : least),
        null,
      ),
    };
  }

  private citizens(tenantId: string, signedOn: LocalDate, period: Period) {
    return this.doors.within(reading, tenantId, async (tx) => {
      await note(tx, tenantId, period);
      return {
        unit: tenantId,
        courses: await citizenCourses(tx, tenantId, { on: period.to, signedOn }),
        knownUntil: await knownUntil(tx, tenantId),
      };
    });
  }

  private async atEmployer(employer: TrackUnit, workplaces: readonly string[], period: Period) {
    const tenantId = employer.id;
    const read = await this.doors.within(reading, tenantId, async (tx) => {
      await note(tx, tenantId, period);
      return {
        production: await caseProduction(tx, { tenantId, workplaces, period }),
        learning: await learningFacts(tx, tenantId, period),
        skill: await yearlySkill(tx, tenantId, period.to),
        limits: await limitsOf(tx, tenantId),
      };
    });
    const teams = await this.hats.teamsOf([...new Set(read.production.map(({ ownerHat }) => ownerHat))]);
    const production = read.production.flatMap(({ ownerHat, ...fact }): TrackFact[] => {
      const team = teams.get(ownerHat);
      return team ? [{ ...fact, unit: team.id }] : [];
    });
    const months = new Set<string>(monthsOf(period));
    const learning = read.learning.map((fact): TrackFact => ({ ...fact, unit: tenantId }));
    return {
      facts: [...production, ...learning].filter(({ month }) => months.has(month)),
      teams: [...teams.values()],
      limits: read.limits,
      skill: read.skill && { employerName: employer.name, ...read.skill },
    };
  }
}

/** That a tenant's rows were gathered into figures of a group; no person was looked at. */
const note = (tx: Tx, tenantId: string, period: Period): Promise<void> =>
  audit(tx, reading, {
    tenantId,
    action: 'track-figure.release',
    subjectType: 'report',
    subjectIds: [],
    purpose: reading.purpose,
    detail: { from: period.from, to: period.to },
  });
