import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { inOrder, sameSteps, type Step } from '../domain/programme.js';
import { TEMPLATES } from '../domain/templates/templates.js';
import { employerOf } from '../employer-of.js';
import { followIntroductions } from '../journeys/journeys.jobs.js';
import { onboardingPolicy } from '../onboarding.policy.js';
import type { SaveProgrammeDto, StepDto } from './programmes.dto.js';
import {
  findProgramme,
  insertProgramme,
  insertVersion,
  listJobGroups,
  listProgrammes,
  listVersions,
  lockProgramme,
  retireProgramme,
  unitStands,
  updateProgramme,
  type Scope,
} from './programmes.repository.js';
import type { JobGroupsView, ProgrammesView, ProgrammeView, TemplatesView } from './programmes.view.js';

/** An employer's introduction programmes. Each change of the steps is a new version; what is on its way keeps its own. */
@Injectable()
export class ProgrammesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  templates(): TemplatesView {
    return {
      items: TEMPLATES.map(({ id, name, jobGroups, steps }) => ({
        id,
        name,
        jobGroups: [...jobGroups],
        steps: steps.map((step) => ({ ...step, points: [...step.points] })),
      })),
    };
  }

  async list(actor: HatActor): Promise<ProgrammesView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => ({
      items: await listProgrammes(tx, tenantId, this.clock.today()),
      abilities: abilities(onboardingPolicy, actor),
    }));
  }

  async jobGroups(actor: HatActor): Promise<JobGroupsView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => ({
      items: await listJobGroups(tx, tenantId, this.clock.today()),
    }));
  }

  /** @throws Problem 404 */
  async get(actor: HatActor, id: string): Promise<ProgrammeView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = await findProgramme(tx, { tenantId, id }, this.clock.today());
      if (!found) throw notFound();
      return {
        ...found,
        steps: found.steps.map((step) => ({ ...step, points: [...step.points] })),
        versions: await listVersions(tx, { tenantId, id }, this.clock.today()),
        abilities: abilities(onboardingPolicy, actor),
      };
    });
  }

  /** @throws Problem 400 for a unit that does not stand */
  async make(actor: HatActor, body: SaveProgrammeDto): Promise<string> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const scope = await this.scopeOf(tx, tenantId, body);
      const at = this.clock.now();
      const id = await insertProgramme(tx, tenantId, scope, at);
      const version = { version: 1, steps: stepsOf(body.steps), at, hatId: actor.hatId };
      await insertVersion(tx, { tenantId, id }, version);
      await this.note(tx, actor, 'programme.make', id);
      await addJob(tx, followIntroductions, { tenantId });
      return id;
    });
  }

  /** @throws Problem 400 for a unit that does not stand, 404 */
  async save(actor: HatActor, id: string, body: SaveProgrammeDto): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const known = await lockProgramme(tx, { tenantId, id });
      if (!known) throw notFound();
      const scope = await this.scopeOf(tx, tenantId, body);
      const steps = stepsOf(body.steps);
      const isNew = !sameSteps(steps, known.steps);
      const version = isNew ? known.version + 1 : known.version;
      const made = { version, steps, at: this.clock.now(), hatId: actor.hatId };
      if (isNew) await insertVersion(tx, { tenantId, id }, made);
      await updateProgramme(tx, { tenantId, id }, { ...scope, version });
      await this.note(tx, actor, 'programme.change', id, { version });
      await addJob(tx, followIntroductions, { tenantId });
    });
  }

  /** @throws Problem 404 */
  async retire(actor: HatActor, id: string, retired: boolean): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const changed = await retireProgramme(tx, { tenantId, id }, retired ? this.clock.now() : null);
      if (changed === 0) throw notFound();
      await this.note(tx, actor, retired ? 'programme.retire' : 'programme.restore', id);
      await addJob(tx, followIntroductions, { tenantId });
    });
  }

  private async scopeOf(tx: Tx, tenantId: string, body: SaveProgrammeDto): Promise<Scope> {
    const unitId = body.unitId ?? null;
    if (unitId !== null && !(await unitStands(tx, tenantId, unitId, this.clock.today())))
      throw invalidField('unitId', 'unknown-unit', 'There is no such unit.');
    return { name: body.name.trim(), jobGroups: [...new Set(body.jobGroups)], unitId };
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    id: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId: employerOf(actor),
      action,
      subjectType: 'programme',
      subjectIds: [id],
      purpose: 'introduction of new employees',
      detail,
    });
  }
}

const stepsOf = (steps: readonly StepDto[]): Step[] =>
  inOrder(
    steps.map(({ who, moment, title, text, points, link }) => ({
      who,
      moment,
      title: { da: title.da, en: title.en },
      text: { da: text.da, en: text.en },
      points: points.map(({ da, en }) => ({ da, en })),
      link: link ?? null,
    })),
  );
