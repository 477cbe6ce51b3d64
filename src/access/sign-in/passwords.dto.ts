import { IsEmail, IsString, Length, MaxLength, MinLength } from 'class-validator';

export class ChangePasswordDto {
  @IsString()
  @MinLength(1)
  @MaxLength(256)
  current: string;

  @IsString()
  @Length(12, 128)
  next: string;
}

export class AskForResetDto {
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class ResetPasswordDto {
  /** What stands behind `#` in the mailed link. */
  @IsString()
  @Length(43, 43)
  token: string;

  @IsString()
  @Length(12, 128)
  password: string;
}
