import { ApiProperty } from '@nestjs/swagger';
import {
  CHECK_IN_STATES,
  CHECK_IN_THEMES,
  type CheckInState,
  type CheckInTheme,
} from '../domain/check-in.js';
import { JOURNEY_STATES, type JourneyState } from '../domain/journey.js';
import { LINK_HOLDERS, type LinkHolder } from '../domain/link.js';
import { MOMENTS, type Moment } from '../domain/programme.js';
import { WordingView } from '../programmes/programmes.view.js';

export class OwnStepView {
  position: number;
  @ApiProperty({ enum: MOMENTS, enumName: 'IntroductionMoment' })
  moment: Moment;
  title: WordingView;
  text: WordingView;
  points: WordingView[];
  @ApiProperty({ type: String, nullable: true })
  link: string | null;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  settledOn: string | null;
}

export class OwnCheckInView {
  day: number;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  @ApiProperty({ enum: CHECK_IN_STATES, enumName: 'CheckInState' })
  state: CheckInState;
}

export class CheckInQuestionView {
  id: string;
  @ApiProperty({ enum: CHECK_IN_THEMES, enumName: 'CheckInTheme' })
  theme: CheckInTheme;
  wording: WordingView;
}

/** What anybody with the link may see: no absence, no number, no surname of whom it is about. */
export class LinkPageView {
  @ApiProperty({ enum: LINK_HOLDERS, enumName: 'IntroductionLinkHolder' })
  holder: LinkHolder;
  /** Of the new employee. */
  firstName: string;
  employerName: string;
  unitName: string;
  /** Whom to turn to. */
  @ApiProperty({ type: String, nullable: true })
  leaderName: string | null;
  @ApiProperty({ type: String, nullable: true })
  buddyName: string | null;
  @ApiProperty({ type: String, format: 'date' })
  startsOn: string;
  @ApiProperty({ type: String, format: 'date' })
  expiresOn: string;
  @ApiProperty({ enum: JOURNEY_STATES, enumName: 'IntroductionState' })
  state: JourneyState;
  /** The reader's own. */
  steps: OwnStepView[];
  /** None on a buddy's page, nor the following. */
  checkIns: OwnCheckInView[];
  questions: CheckInQuestionView[];
  choices: WordingView[];
  @ApiProperty({ type: String, format: 'date', nullable: true })
  talkWantedOn: string | null;
}
