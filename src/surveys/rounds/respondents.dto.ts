import { ApiProperty } from '@nestjs/swagger';
import { IsBase64, IsHexadecimal, IsObject, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { WhereGiven } from '../../platform/http/fields.js';

/** By the link of an invitation, or at a kiosk by the round's address and the code of one. */
export class WayIn {
  /** What stands behind `#` in the link. */
  @WhereGiven()
  @IsString()
  @MaxLength(100)
  link?: string;

  /** The kiosk's round: the employer's id, a full stop and the round's. */
  @WhereGiven()
  @IsString()
  @MaxLength(80)
  kiosk?: string;

  @WhereGiven()
  @IsString()
  @MaxLength(20)
  code?: string;
}

export class IssueDto extends WayIn {
  /** The blinded message, as long as the key, in base64 (RFC 9474). */
  @IsBase64()
  @MaxLength(1000)
  blinded: string;
}

export class StandingDto {
  @IsUUID()
  tenantId: string;

  /** Of the key that the token is signed with. */
  @IsHexadecimal()
  @Length(32, 32)
  fingerprint: string;

  /** SHA-256 of the token, in hexadecimal. */
  @IsHexadecimal()
  @Length(64, 64)
  tokenHash: string;
}

export class SpendDto {
  @IsUUID()
  tenantId: string;

  @IsHexadecimal()
  @Length(32, 32)
  fingerprint: string;

  /** The message that was signed, unblinded, in base64. */
  @IsBase64()
  @MaxLength(200)
  token: string;

  /** The signature, unblinded, in base64. */
  @IsBase64()
  @MaxLength(1000)
  signature: string;

  /** By item id. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  answers: Record<string, unknown>;
}
