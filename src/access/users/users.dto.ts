import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { OptionalTextField, TextField, WhereGiven } from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';
import { ROLES, ROLES_OF, type Language, type Role } from '../domain/actor.js';

/** Roles that an employer's administrator gives. */
export const EMPLOYER_ROLES = ROLES_OF.employer;
export type EmployerRole = (typeof EMPLOYER_ROLES)[number];

export class InviteUserDto {
  @IsEmail()
  @MaxLength(254)
  email: string;

  @TextField({ most: 100 })
  name: string;

  @IsIn(EMPLOYER_ROLES)
  @ApiProperty({ enum: EMPLOYER_ROLES, enumName: 'EmployerRole' })
  role: EmployerRole;

  @IsIn(['da', 'en'])
  @ApiProperty({ enum: ['da', 'en'] })
  language: Language;

  /** The employee they are; a line manager's reach and the own page rest on it. */
  @OptionalTextField({ most: 60 })
  employeeNumber?: string | null;
}

export class LinkEmployeeDto {
  /** None to undo the link. */
  @OptionalTextField({ most: 60 })
  employeeNumber?: string | null;
}

export class SearchEmployeesDto {
  /** The beginning of an employee number, or a name of at least two words. */
  @TextField({ least: 2, most: 100 })
  text: string;
}

/** An employee that a user may be said to be; without the name, which the administrator wrote or does not know. */
export class EmployeeChoiceView {
  employeeNumber: string;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  /** Whether a role is worn by them already. */
  linked: boolean;
}

export class LinkDto {
  /** What stands behind `#` in the mailed link. */
  @IsString()
  @Length(43, 43)
  token: string;
}

export class AcceptInvitationDto extends LinkDto {
  /** Wanted where the address has no password yet. */
  @ApiPropertyOptional()
  @WhereGiven()
  @IsString()
  @Length(12, 128)
  password?: string;
}

export class OpenedInvitationView {
  email: string;
  name: string;
  /** The employer, the provider or the partnership. */
  partyName: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  /** Whether a password is to be chosen. */
  wantsPassword: boolean;
}

/** One role of a user at the employer. */
export class UserHatView {
  id: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  employeeNumber: string | null;
  lastUsedAt: Date | null;
}

export class UserRowView {
  userId: string;
  name: string;
  email: string;
  /** Whether a second factor is set up. */
  secondFactor: boolean;
  lastUsedAt: Date | null;
  hats: UserHatView[];
}

export class UsersPage extends PageView {
  items: UserRowView[];
}

export class InvitationView {
  id: string;
  email: string;
  name: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  invitedAt: Date;
  expiresAt: Date;
}
