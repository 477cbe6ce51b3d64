import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, type HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { invalidField, notFound } from '../platform/http/problem.js';
import type { CompetenceDto, CourseDto } from './learning.dto.js';
import { learningPolicy } from './learning.policy.js';
import {
  addCompetence,
  addCourse,
  listCompetences,
  listCourses,
  removeRecord,
  yearlySkill,
} from './learning.queries.js';
import type { LearningView } from './learning.view.js';

/** Courses and competence by counts alone, and the yearly question from anonymous rounds: nobody is named. */
@Injectable()
export class LearningService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async get(actor: HatActor): Promise<LearningView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => ({
      courses: await listCourses(tx, tenantId),
      competences: await listCompetences(tx, tenantId),
      skill: await yearlySkill(tx, tenantId, this.clock.today()),
      abilities: abilities(learningPolicy, actor),
    }));
  }

  /** @throws Problem 400 */
  async recordCourse(actor: HatActor, course: CourseDto): Promise<LearningView> {
    this.notToCome('heldOn', course.heldOn);
    if (course.attended > course.invited)
      throw invalidField('attended', 'more-than-invited', 'More came than were invited.');
    await this.record(actor, 'course.record', (tx, by) => addCourse(tx, by, course));
    return this.get(actor);
  }

  /** @throws Problem 400 */
  async recordCompetence(actor: HatActor, competence: CompetenceDto): Promise<LearningView> {
    this.notToCome('countedOn', competence.countedOn);
    if (competence.holding > competence.needed)
      throw invalidField('holding', 'more-than-needed', 'More have it than should.');
    await this.record(actor, 'competence.record', (tx, by) => addCompetence(tx, by, competence));
    return this.get(actor);
  }

  /** @throws Problem 404 */
  async remove(actor: HatActor, table: 'courses' | 'competences', id: string): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      if (!(await removeRecord(tx, table, { tenantId, id }))) throw notFound();
      await this.note(tx, actor, table === 'courses' ? 'course.remove' : 'competence.remove', id);
    });
  }

  private notToCome(field: string, day: string): void {
    if (day > this.clock.today()) throw invalidField(field, 'in-the-future', 'That day has not been.');
  }

  private async record(
    actor: HatActor,
    action: string,
    work: (tx: Tx, by: { tenantId: string; hatId: string; at: Date }) => Promise<string>,
  ): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const id = await work(tx, { tenantId, hatId: actor.hatId, at: this.clock.now() });
      await this.note(tx, actor, action, id);
    });
  }

  private note(tx: Tx, actor: HatActor, action: string, id: string): Promise<void> {
    return audit(tx, actor, {
      tenantId: employerOf(actor),
      action,
      subjectType: 'course',
      subjectIds: [id],
      purpose: 'competence of the learning track',
    });
  }
}

const employerOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
