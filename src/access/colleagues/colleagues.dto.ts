import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, MaxLength } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';
import { ROLES, ROLES_OF, type Language, type Role } from '../domain/actor.js';

const ROLES_TO_GIVE = [...ROLES_OF.provider, ...ROLES_OF.partnership] as const;
export type ColleagueRole = (typeof ROLES_TO_GIVE)[number];

export class InviteColleagueDto {
  @IsEmail()
  @MaxLength(254)
  email: string;

  @TextField({ most: 100 })
  name: string;

  /** One of those that the list of colleagues says may be given. */
  @IsIn(ROLES_TO_GIVE)
  @ApiProperty({ enum: ROLES_TO_GIVE, enumName: 'ColleagueRole' })
  role: ColleagueRole;

  @IsIn(['da', 'en'])
  @ApiProperty({ enum: ['da', 'en'] })
  language: Language;
}

/** Somebody with a role at the same provider, or for the same party of a partnership. */
export class ColleagueAccessView {
  /** Of the role. */
  id: string;
  name: string;
  email: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  /** Whether a second factor is set up. */
  secondFactor: boolean;
  lastUsedAt: Date | null;
  /** Whether it is the one who asks, whose own access another ends. */
  self: boolean;
}

export class ColleaguesPage extends PageView {
  items: ColleagueAccessView[];
  /** The roles that the one who asks may give. */
  @ApiProperty({ enum: ROLES_TO_GIVE, enumName: 'ColleagueRole', isArray: true })
  roles: ColleagueRole[];
}
