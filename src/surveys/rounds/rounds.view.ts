import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import {
  CHANNELS,
  ROUND_KINDS,
  ROUND_STATES,
  type Channel,
  type RoundKind,
  type RoundState,
} from './domain/round.js';
import { TitleView } from './respondents.view.js';

export class RoundRow {
  id: string;

  @ApiProperty({ enum: ROUND_STATES, enumName: 'RoundState' })
  state: RoundState;

  @ApiProperty({ enum: ROUND_KINDS, enumName: 'RoundKind' })
  kind: RoundKind;

  title: TitleView;
  instrumentName: TitleView;

  @ApiProperty({ type: String, format: 'date' })
  opensOn: LocalDate;

  @ApiProperty({ type: String, format: 'date' })
  closesOn: LocalDate;

  invited: number;
  /** Invitations that have been opened: a token was issued. */
  begun: number;
  /** Answers that are written. While the round is open others wait for theirs to be one of many. */
  answered: number;
}

export class RoundPage extends PageView {
  items: RoundRow[];
  abilities: string[];
}

export class RoundGroupView {
  id: string;
  /** Null: what is left over of the whole employer. */
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  @ApiProperty({ type: String, nullable: true })
  unitId: string | null;
  invited: number;
  begun: number;
  fingerprint: string;
}

export class RoundChannelView {
  @ApiProperty({ enum: CHANNELS, enumName: 'SurveyChannel' })
  channel: Channel;
  invited: number;
  /** Null where one of the channels has fewer than the minimum: who has opened is told of groups alone. */
  @ApiProperty({ type: Number, nullable: true })
  notBegun: number | null;
}

export class RoundView extends RoundRow {
  @ApiProperty({ type: Number, nullable: true })
  everyWeeks: number | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  asOf: LocalDate | null;

  minimum: number;

  @ApiProperty({ enum: CHANNELS, enumName: 'SurveyChannel', isArray: true })
  channels: Channel[];

  unitNames: string[];
  jobGroups: string[];
  @ApiProperty({ type: Number, nullable: true })
  tenureFrom: number | null;
  @ApiProperty({ type: Number, nullable: true })
  tenureTo: number | null;

  groups: RoundGroupView[];
  reached: RoundChannelView[];
  /** Files of letters to print. */
  letterFiles: number;
  /** What stands behind `#` in the address of a kiosk. */
  @ApiProperty({ type: String, nullable: true })
  kiosk: string | null;
  abilities: string[];
}

export class RoundMadeView {
  id: string;
}

/** A reporting group as it would be today. */
export class PreviewGroupView {
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  invited: number;
  /** The units below the minimum that are reported with it. */
  joined: PreviewJoinedView[];
}

export class PreviewJoinedView {
  unitName: string;
  invited: number;
}

export class PreviewView {
  invited: number;
  /** Of new employees: those who wait until their workplace has enough. */
  waiting: number;
  groups: PreviewGroupView[];
}

/** What a round may be made of. */
export class RoundChoicesView {
  jobGroups: string[];
  /** Whether text messages can be sent: a gateway is set. */
  canText: boolean;
  /** People employed today with an address for mail, and with a telephone number. */
  withMail: number;
  withPhone: number;
  employed: number;
}

export class RemindedView {
  /** Mails and messages queued; null where that would tell of a channel with few. */
  @ApiProperty({ type: Number, nullable: true })
  sent: number | null;
}
