import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Length, Matches, MaxLength, MinLength } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';

export class PasswordDto {
  @IsString()
  @MinLength(1)
  @MaxLength(256)
  password: string;
}

export class TotpCodeDto {
  @Matches(/^\d{6}$/)
  code: string;
}

export class SecondStepDto {
  @IsIn(['totp', 'backup-code'])
  @ApiProperty({ enum: ['totp', 'backup-code'] })
  kind: 'totp' | 'backup-code';

  @IsString()
  @Length(6, 20)
  code: string;
}

export class NewPasskeyDto {
  @TextField({ most: 60 })
  name: string;

  /** What the browser's `navigator.credentials.create` answered, as JSON (WebAuthn level 3). */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: true })
  response: Record<string, unknown>;
}

export class PasskeyAnswerDto {
  /** What the browser's `navigator.credentials.get` answered, as JSON (WebAuthn level 3). */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: true })
  response: Record<string, unknown>;
}

export class PasskeyView {
  id: string;
  name: string;
  createdAt: Date;
}

export class SecondFactorView {
  /** Whether an authenticator app is in force. */
  totp: boolean;
  passkeys: PasskeyView[];
}

export class TotpBegunView {
  /** An `otpauth:` address, to be shown as a QR code. */
  totpURI: string;
  /** Shown this once. */
  backupCodes: string[];
}

export class BackupCodesView {
  /** Shown this once. */
  backupCodes: string[];
}

export class PasskeyOptionsView {
  /** For the browser's `navigator.credentials` (WebAuthn level 3). */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: Record<string, unknown>;
}
