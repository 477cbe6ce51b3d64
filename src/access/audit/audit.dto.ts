import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { OptionalLocalDateField, WhereGiven } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import { ROLES, type Role } from '../domain/actor.js';

export const OUTCOMES = ['allowed', 'denied'] as const;
export type AuditOutcome = (typeof OUTCOMES)[number];
/** Who acts: a hat's role, or the product itself. */
export const AUDIT_ROLES = [...ROLES, 'system'] as const;
export type AuditRole = Role | 'system';

export class AuditPeriodQuery extends PageQuery {
  /** 30 days back unless told. */
  @OptionalLocalDateField()
  from?: LocalDate;

  /** The last day; today unless told. */
  @OptionalLocalDateField()
  to?: LocalDate;
}

export class AuditQuery extends AuditPeriodQuery {
  @ApiPropertyOptional()
  @WhereGiven()
  @IsString()
  @MaxLength(60)
  action?: string;

  @ApiPropertyOptional({ enum: AUDIT_ROLES, enumName: 'AuditRole' })
  @WhereGiven()
  @IsIn(AUDIT_ROLES)
  role?: AuditRole;

  /** The person whom it is about. */
  @ApiPropertyOptional()
  @WhereGiven()
  @IsUUID()
  personId?: string;

  @ApiPropertyOptional({ enum: OUTCOMES, enumName: 'AuditOutcome' })
  @WhereGiven()
  @IsIn(OUTCOMES)
  outcome?: AuditOutcome;
}
