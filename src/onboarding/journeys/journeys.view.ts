import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import { CHECK_IN_STATES, type CheckInState } from '../domain/check-in.js';
import { JOURNEY_STATES, type JourneyState } from '../domain/journey.js';
import { LINK_HOLDERS, type LinkHolder } from '../domain/link.js';
import { StepView, WordingView } from '../programmes/programmes.view.js';
import { STEP_OUTCOMES, type StepOutcome } from './journeys.dto.js';

export class JourneyRow {
  id: string;
  personId: string;
  name: string;
  unitId: string;
  unitName: string;
  programmeName: string;
  @ApiProperty({ type: String, format: 'date' })
  startsOn: string;
  @ApiProperty({ enum: JOURNEY_STATES, enumName: 'IntroductionState' })
  state: JourneyState;
  stepCount: number;
  settledSteps: number;
  overdueSteps: number;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  nextDueOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  buddyName: string | null;
  /** Since when a talk is wanted that has not been held. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  talkWantedOn: string | null;
}

export class JourneysPage extends PageView {
  items: JourneyRow[];
}

export class JourneyStepView extends StepView {
  position: number;
  @ApiProperty({ type: String, format: 'date' })
  plannedOn: string;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  settledOn: string | null;
  @ApiProperty({ enum: STEP_OUTCOMES, enumName: 'StepOutcome', nullable: true })
  outcome: StepOutcome | null;
  /** The role of who said so, `buddy` and `employee` by their links. */
  @ApiProperty({ type: String, nullable: true })
  settledBy: string | null;
  overdue: boolean;
}

export class CheckInAnswerView {
  question: WordingView;
  /** 0 to 4; null: not yet, or not relevant. */
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty({ type: WordingView, nullable: true })
  choice: WordingView | null;
}

export class CheckInView {
  day: number;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  @ApiProperty({ enum: CHECK_IN_STATES, enumName: 'CheckInState' })
  state: CheckInState;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  answeredOn: string | null;
  answers: CheckInAnswerView[];
}

export class BuddyView {
  personId: string;
  name: string;
  @ApiProperty({ type: String, format: 'date' })
  since: string;
}

export class LinkView {
  @ApiProperty({ enum: LINK_HOLDERS, enumName: 'IntroductionLinkHolder' })
  holder: LinkHolder;
  @ApiProperty({ type: String, format: 'date' })
  expiresOn: string;
  @ApiProperty({ type: String, format: 'date-time' })
  madeAt: Date;
}

export class JourneyView {
  id: string;
  personId: string;
  name: string;
  employeeNumber: string;
  unitId: string;
  unitName: string;
  jobGroup: string;
  @ApiProperty({ type: String, nullable: true })
  managerName: string | null;
  programmeId: string;
  programmeName: string;
  version: number;
  newestVersion: number;
  @ApiProperty({ type: String, format: 'date' })
  startsOn: string;
  @ApiProperty({ type: String, format: 'date' })
  begunOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  pausedSince: string | null;
  @ApiProperty({ enum: JOURNEY_STATES, enumName: 'IntroductionState' })
  state: JourneyState;
  @ApiProperty({ type: BuddyView, nullable: true })
  buddy: BuddyView | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  talkWantedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  talkHeldOn: string | null;
  steps: JourneyStepView[];
  checkIns: CheckInView[];
  links: LinkView[];
  abilities: string[];
}

export class BuddySuggestionView {
  personId: string;
  name: string;
  jobGroup: string;
  /** Since when the colleague has worked in the unit. */
  @ApiProperty({ type: String, format: 'date' })
  inUnitSince: string;
  /** Introductions that the colleague is the buddy of now. */
  currentTasks: number;
}

export class BuddySuggestionsView {
  items: BuddySuggestionView[];
}

export class LinkMadeView {
  /** Shown once: only a hash of its secret is kept. */
  link: string;
  @ApiProperty({ type: String, format: 'date' })
  expiresOn: string;
}
