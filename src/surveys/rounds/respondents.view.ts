import { ApiProperty } from '@nestjs/swagger';
import { InstrumentView } from '../instruments/instruments.view.js';
import type { LocalDate } from '../../shared/local-date.js';

/** In both languages. */
export class TitleView {
  da: string;
  en: string;
}

/** What an invitation leads to. It says nothing of the invited. */
export class SurveyOpenedView {
  tenantId: string;
  invitationId: string;
  roundId: string;

  title: TitleView;

  employerName: string;

  /** The questions. */
  instrument: InstrumentView;

  @ApiProperty({ type: String, format: 'date' })
  closesOn: LocalDate;

  /** So many answers a group has before anything is reported of it. */
  minimum: number;
  /** How many have the same key as this invitation. */
  invited: number;
  closed: boolean;
  fingerprint: string;
  /** The key that signs tokens: SPKI (DER) in base64. */
  publicKey: string;
  /** Whether a token has been issued; it is with the browser that asked for it. */
  tokenIssued: boolean;
}

export class TokenIssuedView {
  /** Over the blinded message, in base64. */
  signature: string;
}

export const STANDINGS = ['waiting', 'kept', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

export class AnswerStandingView {
  @ApiProperty({ enum: STANDINGS, enumName: 'AnswerStanding' })
  state: Standing;
}
