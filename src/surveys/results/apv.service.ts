import { Injectable } from '@nestjs/common';
import { groupFacts } from '../../absence/index.js';
import { abilities, audit, Clock, Doors, type HatActor, type Language } from '../../access/index.js';
import { limitsOf } from '../../disclosure/index.js';
import { unitNames } from '../../organisations/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { localDate, type LocalDate } from '../../shared/local-date.js';
import { renderApv } from './apv.document.js';
import type { ApvCompletionDto, ApvPhaseDto, NewApvDto } from './apv.dto.js';
import { completeApv, insertApv, keepPhase, listApvs, type StoredApv } from './apv.repository.js';
import type { ApvAssessmentView, ApvView } from './apv.view.js';
import { absenceKnownUntil, personYears } from './apv-absence.queries.js';
import { apvAbsenceOf, type ApvAbsenceYear } from './domain/apv-absence.js';
import { APV_PHASES, apvCycleOn, apvDue, missingPhases, type ApvPhase } from './domain/apv.js';
import { tenantOf } from './own-units.queries.js';
import { resultsPolicy } from './results.policy.js';
import { findRound } from './rounds.queries.js';

/** Calendar years before the assessment whose absence it looks at. */
const YEARS = 2;

/** The statutory workplace assessment: its cycle, its five phases with evidence, and total absence in aggregate. */
@Injectable()
export class ApvService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async list(actor: HatActor): Promise<ApvView> {
    return this.doors.within(actor, tenantOf(actor), (tx) => this.viewIn(tx, actor));
  }

  async begin(actor: HatActor, apv: NewApvDto): Promise<ApvView> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      if (apv.roundId && !(await findRound(tx, { tenantId, roundId: apv.roundId })))
        throw invalidField('roundId', 'no-such-round', 'There is no such round.');
      const id = await insertApv(tx, tenantId, actor.hatId, apv);
      await tell(tx, actor, 'apv.begin', { apv: id });
      return this.viewIn(tx, actor);
    });
  }

  /** Records a phase, or what is said of it again. The one about absence keeps the figures as they are released now. */
  async record(actor: HatActor, apvId: string, phase: ApvPhase, body: ApvPhaseDto): Promise<ApvView> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const all = await listApvs(tx, tenantId);
      const found = apvIn(all, apvId);
      if (found.completedOn !== null) throw conflict('apv-completed', 'The assessment has been completed.');
      if (body.doneOn < found.begunOn)
        throw invalidField('doneOn', 'before-begun', 'The assessment began later.');
      const figures = phase === 'absence' ? await this.absence(tx, tenantId, found, all) : null;
      await keepPhase(tx, { tenantId, apvId, phase, hatId: actor.hatId }, body, figures);
      await tell(tx, actor, 'apv.record', { apv: apvId, phase });
      return this.viewIn(tx, actor);
    });
  }

  /** @throws Problem 409 while a phase lacks its evidence */
  async complete(actor: HatActor, apvId: string, { completedOn }: ApvCompletionDto): Promise<ApvView> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = apvIn(await listApvs(tx, tenantId), apvId);
      if (missingPhases(found.phases.map(({ phase }) => phase)).length > 0)
        throw conflict('phases-missing', 'A phase has not been recorded.');
      if (completedOn > this.clock.today())
        throw invalidField('completedOn', 'in-future', 'The day has not come.');
      if ((await completeApv(tx, tenantId, apvId, completedOn)) === 0)
        throw invalidField('completedOn', 'before-begun', 'The assessment began later.');
      await tell(tx, actor, 'apv.complete', { apv: apvId });
      return this.viewIn(tx, actor);
    });
  }

  async document(actor: HatActor, apvId: string, language: Language = actor.language): Promise<Uint8Array> {
    const view = await this.list(actor);
    const found = view.items.find(({ id }) => id === apvId);
    if (!found) throw notFound();
    return renderApv({ apv: found, cycle: view.cycle, language, createdAt: this.clock.now() });
  }

  private async viewIn(tx: Tx, actor: HatActor): Promise<ApvView> {
    const items = await listApvs(tx, tenantOf(actor));
    const today = this.clock.today();
    const completed = items.flatMap(({ completedOn }) => completedOn ?? []).sort();
    const lastCompletedOn = completed.at(-1) ?? null;
    const { months, clause, source, verified } = apvCycleOn(today);
    return {
      cycle: { ...apvDue(lastCompletedOn, today), lastCompletedOn, months, clause, source, verified },
      items: items.map(viewOf),
      abilities: abilities(resultsPolicy, actor),
    };
  }

  /** Years that another assessment has told of are told again word for word: nothing can be taken from another. */
  private async absence(
    tx: Tx,
    tenantId: string,
    apv: StoredApv,
    all: readonly StoredApv[],
  ): Promise<ApvAbsenceYear[]> {
    const told = all.flatMap(({ phases }) => phases.flatMap(({ figures }) => figures ?? []));
    const last = Number(apv.begunOn.slice(0, 4)) - 1;
    const years: ApvAbsenceYear[] = [];
    for (let year = last - YEARS + 1; year <= last; year += 1)
      years.push(told.find((one) => one.year === year) ?? (await this.absenceOf(tx, tenantId, year)));
    return years;
  }

  private async absenceOf(tx: Tx, tenantId: string, year: number): Promise<ApvAbsenceYear> {
    const period = { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
    const today: LocalDate = this.clock.today();
    const facts = await groupFacts(tx, tenantId, { period, by: 'workplace', today });
    const people = await personYears(tx, tenantId, period);
    const ids = [...new Set(people.map(({ workplaceId }) => workplaceId))];
    const names = await unitNames(tx, ids, period.to);
    const knownUntil = await absenceKnownUntil(tx, tenantId);
    const limits = await limitsOf(tx, tenantId);
    return apvAbsenceOf({ year, people, facts, names, limits, knownUntil, today });
  }
}

const apvIn = (all: readonly StoredApv[], id: string): StoredApv => {
  const found = all.find((one) => one.id === id);
  if (!found) throw notFound();
  return found;
};

const viewOf = ({ phases, ...apv }: StoredApv): ApvAssessmentView => ({
  ...apv,
  phases: APV_PHASES.map((phase) => {
    const found = phases.find((one) => one.phase === phase);
    const figures =
      found?.figures?.map(({ cells, provisionalMonths, ...year }) => ({
        ...year,
        provisionalMonths: [...provisionalMonths],
        cells: [...cells],
      })) ?? null;
    return {
      phase,
      doneOn: found?.doneOn ?? null,
      evidence: found?.evidence ?? '',
      participants: found?.participants ?? '',
      figures,
    };
  }),
});

const tell = (tx: Tx, actor: HatActor, action: string, detail: Readonly<Record<string, string>>) =>
  audit(tx, actor, {
    tenantId: tenantOf(actor),
    action,
    subjectType: 'employer',
    subjectIds: [tenantOf(actor)],
    purpose: 'assess the workplace',
    detail,
  });
