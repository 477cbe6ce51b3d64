import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { TextField, WhereGiven } from '../platform/http/fields.js';
import type { Role } from './domain/actor.js';
import { RolePermissionsView } from './roles/roles.view.js';

/** Roles a machine may have: those that feed and read an employer's own figures. */
export const MACHINE_ROLES = ['hr-manager', 'administrator'] as const satisfies readonly Role[];

export class MakeTokenDto {
  @TextField({ most: 100 })
  name: string;

  @IsIn(MACHINE_ROLES)
  @ApiProperty({ enum: MACHINE_ROLES, enumName: 'MachineRole' })
  role: (typeof MACHINE_ROLES)[number];

  /** For how many days it works; a year where nothing is said. */
  @WhereGiven()
  @IsInt()
  @Min(1)
  @Max(730)
  days?: number;

  /** The permissions of the role that it is to have, such as `import.upload`; all of them where none are named. */
  @ApiPropertyOptional({ type: [String], nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){1,2}$/, { each: true })
  scopes?: string[] | null;
}

export class TokenView {
  id: string;
  name: string;
  role: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  /** Null for everything that the role may. */
  @ApiProperty({ type: [String], nullable: true })
  scopes: string[] | null;
}

/** What a machine's role may, to narrow a token to. */
export class TokenScopesView {
  @ApiProperty({ enum: MACHINE_ROLES, enumName: 'MachineRole' })
  role: (typeof MACHINE_ROLES)[number];
  items: RolePermissionsView[];
}

export class TokenMadeView {
  id: string;
  expiresAt: Date;
  /** Shown this once. */
  token: string;
}
