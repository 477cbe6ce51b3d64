import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { LocalDateField, RevisionField, TextField, WhereGiven } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import { PLAN_STATUSES, type PlanStatus } from './domain/effect.js';

export const PLAN_FILTERS = [...PLAN_STATUSES, 'overdue'] as const;
export type PlanFilter = (typeof PLAN_FILTERS)[number];

export class ActionPlansQuery extends PageQuery {
  /** Plans made on this round. */
  @WhereGiven()
  @IsUUID()
  round?: string;

  /** Plans of the unit and those below it. */
  @WhereGiven()
  @IsUUID()
  unit?: string;

  @ApiPropertyOptional({ enum: PLAN_FILTERS, enumName: 'ActionPlanFilter' })
  @WhereGiven()
  @IsIn(PLAN_FILTERS)
  status?: PlanFilter;
}

class ActionPlanWords {
  /** What it is about. */
  @TextField({ most: 200 })
  theme: string;

  /** What is to be so when it is done. */
  @TextField({ most: 2000 })
  goal: string;

  /** Who sees to it: a name, a role or a group. */
  @TextField({ most: 200 })
  owner: string;

  @LocalDateField()
  dueOn: LocalDate;

  /** A scale of the round; its next round tells the effect. */
  @WhereGiven()
  @Matches(/^[\w.-]{1,80}$/)
  scaleId?: string;
}

export class NewActionPlanDto extends ActionPlanWords {
  @IsUUID()
  roundId: string;

  /** The whole round where none is named. */
  @WhereGiven()
  @IsUUID()
  unitId?: string;
}

export class ActionPlanDto extends ActionPlanWords {
  @ApiProperty({ enum: PLAN_STATUSES, enumName: 'ActionPlanStatus' })
  @IsIn(PLAN_STATUSES)
  status: PlanStatus;

  /** What came of it, in words. */
  @MaxLength(2000)
  outcome: string;

  /** The version that was read; another change in between is not written over. */
  @RevisionField()
  version: number;
}
