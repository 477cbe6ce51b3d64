import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { SIGN_IN_METHODS, type SignInMethod } from './domain/sign-in-method.js';
import { ROLES, type Language, type Role } from './domain/actor.js';

export class SignInDto {
  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsString()
  @MinLength(1)
  @MaxLength(256)
  password: string;
}

export class WearHatDto {
  @IsUUID()
  hatId: string;
}

export class LanguageDto {
  @IsIn(['da', 'en'])
  @ApiProperty({ enum: ['da', 'en'] })
  language: Language;
}

/** One hat of a user: a role at an employer, a provider or a partnership. */
export class HatView {
  id: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  /** Name of the employer, provider or partnership. */
  partyName: string;
  tenantId: string | null;
  partnershipId: string | null;
  /** What stands in the way of wearing it: its employer wants a second factor. */
  @ApiProperty({ enum: ['second-factor'], nullable: true })
  obstacle: 'second-factor' | null;
}

export class SessionView {
  userId: string;
  name: string;
  email: string;
  @ApiProperty({ enum: ['da', 'en'] })
  language: Language;
  /** How this session was opened; null for a machine. */
  @ApiProperty({ enum: SIGN_IN_METHODS, enumName: 'SignInMethod', nullable: true })
  method: SignInMethod | null;
  hats: HatView[];
  /** The hat worn; null before one is chosen. */
  hat: HatView | null;
}
