import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import type { Role } from './domain/actor.js';

/** Roles a machine may have: those that feed and read an employer's own figures. */
export const MACHINE_ROLES = ['hr-manager', 'administrator'] as const satisfies readonly Role[];

export class MakeTokenDto {
  @IsString()
  @Length(1, 100)
  name: string;

  @IsIn(MACHINE_ROLES)
  @ApiProperty({ enum: MACHINE_ROLES, enumName: 'MachineRole' })
  role: (typeof MACHINE_ROLES)[number];
}

export class TokenView {
  id: string;
  name: string;
  role: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

export class TokenMadeView {
  id: string;
  expiresAt: Date;
  /** Shown this once. */
  token: string;
}
