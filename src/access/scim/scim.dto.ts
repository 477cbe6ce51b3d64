import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { NestedEach, WhereGiven } from '../../platform/http/fields.js';
import { RoleRuleDto } from '../sso/sso.dto.js';

const MOST = 200;

export class ScimReadQuery {
  /** Taken, and answered with every attribute. */
  @WhereGiven()
  @IsString()
  @MaxLength(1000)
  attributes?: string;

  /** `members` leaves out the members of groups. */
  @WhereGiven()
  @IsString()
  @MaxLength(1000)
  excludedAttributes?: string;
}

export class ScimListQuery extends ScimReadQuery {
  /** `userName eq "lis@fjordby.dk"`, or `externalId`; of groups `displayName` or `externalId`. */
  @WhereGiven()
  @IsString()
  @MaxLength(1000)
  filter?: string;

  /** From 1; less counts as 1. */
  @ApiPropertyOptional()
  @WhereGiven()
  @Type(() => Number)
  @IsInt()
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  startIndex: number = 1;

  /** At most 200 are given. */
  @ApiPropertyOptional()
  @WhereGiven()
  @Type(() => Number)
  @IsInt()
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  count: number = 100;
}

export class ScimRolesDto {
  @IsArray()
  @ArrayMaxSize(200)
  @NestedEach(() => RoleRuleDto)
  rules: RoleRuleDto[];
}

/** The rows that a list query means. */
export const windowOf = ({ startIndex, count }: ScimListQuery) => ({
  startIndex: Math.max(1, startIndex),
  limit: Math.min(MOST, Math.max(0, count)),
});

export const wantsMembers = ({ excludedAttributes = '' }: ScimReadQuery): boolean =>
  !excludedAttributes
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .includes('members');
