import { IsString, MaxLength } from 'class-validator';
import { WhereGiven } from '../../platform/http/fields.js';

/** Both left out to have a pair made. */
export class SamlKeyDto {
  /** X.509, as PEM. */
  @WhereGiven()
  @IsString()
  @MaxLength(10_000)
  certificate?: string;

  /** RSA, as PEM without a password. It is never shown. */
  @WhereGiven()
  @IsString()
  @MaxLength(10_000)
  privateKey?: string;
}

export class SamlKeyView {
  id: string;
  /** As PEM; it is no secret. */
  certificate: string;
  madeAt: string;
  expiresAt: string;
  /** SHA-256. */
  fingerprint: string;
  /** Whether requests are signed with it. Every key decrypts. */
  signs: boolean;
}

export class SamlKeysView {
  keys: SamlKeyView[];
}
