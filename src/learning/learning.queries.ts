import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import { latestItem } from '../surveys/index.js';
import { skillOf, type Skill } from './domain/skill.js';
import type { CompetenceDto, CourseDto } from './learning.dto.js';
import type { CompetenceView, CourseView } from './learning.view.js';

const INSTRUMENT = 'naervaer.learning';
const ITEM = 'learning-skill';

export interface LearningFact {
  readonly measure: 'courses' | 'course-participations' | 'course-attendance' | 'competence-held';
  readonly month: string;
  readonly above: number;
  readonly below: number;
}

/** An employer's learning in some whole months; competences by the last count until the last day. */
export const learningFacts = (tx: Tx, tenantId: string, period: Period): Promise<LearningFact[]> =>
  rows<LearningFact>(
    tx,
    `with held as (
       select date_trunc('month', held_on)::date as month, invited, attended from courses
       where tenant_id = $1 and held_on between $2::date and $3::date
     ), counted as (
       select distinct on (name) needed, holding from competences where tenant_id = $1 and counted_on <= $3::date
       order by name, counted_on desc, id desc
     )
     select said.measure, month::text, sum(said.above)::int as above, sum(said.below)::int as below from held
     cross join lateral (values ('courses', 1, 0), ('course-participations', attended, 0),
       ('course-attendance', attended, invited)) as said (measure, above, below) group by 1, 2
     union all
     select 'competence-held', date_trunc('month', $3::date)::date::text, sum(holding)::int, sum(needed)::int from counted
     having count(*) > 0`,
    [tenantId, period.from, period.to],
  );

/** The yearly item of the last round closed until a day; null where there is none. */
export const yearlySkill = async (
  tx: Tx,
  tenantId: string,
  on: LocalDate,
): Promise<(Skill & { readonly closedOn: LocalDate }) | null> => {
  const found = await latestItem(tx, tenantId, { instrumentId: INSTRUMENT, itemId: ITEM, on });
  return found && { closedOn: found.closedOn, ...skillOf(found) };
};

export const listCourses = (tx: Tx, tenantId: string): Promise<CourseView[]> =>
  rows<CourseView>(
    tx,
    `select id, title, held_on as "heldOn", hours, invited, attended from courses where tenant_id = $1
     order by held_on desc, id desc limit 500`,
    [tenantId],
  );

export const listCompetences = (tx: Tx, tenantId: string): Promise<CompetenceView[]> =>
  rows<CompetenceView>(
    tx,
    `select id, name, counted_on as "countedOn", needed, holding from competences where tenant_id = $1
     order by counted_on desc, name, id desc limit 500`,
    [tenantId],
  );

interface By {
  readonly tenantId: string;
  readonly hatId: string;
  readonly at: Date;
}

export const addCourse = async (tx: Tx, { tenantId, hatId, at }: By, course: CourseDto): Promise<string> => {
  const { title, heldOn, hours, invited, attended } = course;
  const made = await row<{ id: string }>(
    tx,
    `insert into courses (tenant_id, title, held_on, hours, invited, attended, recorded_by_hat, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [tenantId, title, heldOn, hours, invited, attended, hatId, at],
  );
  return made?.id ?? '';
};

export const addCompetence = async (
  tx: Tx,
  { tenantId, hatId, at }: By,
  { name, countedOn, needed, holding }: CompetenceDto,
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into competences (tenant_id, name, counted_on, needed, holding, recorded_by_hat, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [tenantId, name, countedOn, needed, holding, hatId, at],
  );
  return made?.id ?? '';
};

/** Returns whether there was one. */
export const removeRecord = async (
  tx: Tx,
  table: 'courses' | 'competences',
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): Promise<boolean> =>
  (await change(tx, `delete from ${table} where tenant_id = $1 and id = $2`, [tenantId, id])) > 0;
