import { ApiProperty } from '@nestjs/swagger';
import { MOMENTS, STEP_HANDS, type Moment, type StepHand } from '../domain/programme.js';

/** A text in both languages; where English is empty the Danish stands. */
export class WordingView {
  da: string;
  en: string;
}

export class StepView {
  @ApiProperty({ enum: STEP_HANDS, enumName: 'StepHand' })
  who: StepHand;
  @ApiProperty({ enum: MOMENTS, enumName: 'IntroductionMoment' })
  moment: Moment;
  title: WordingView;
  text: WordingView;
  points: WordingView[];
  @ApiProperty({ type: String, nullable: true })
  link: string | null;
}

export class ProgrammeRow {
  id: string;
  name: string;
  jobGroups: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  unitId: string | null;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  version: number;
  stepCount: number;
  /** Introductions that are on their way by any version of it. */
  running: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt: Date | null;
}

export class ProgrammesView {
  items: ProgrammeRow[];
  /** What the hat may do: `programme.change`. */
  abilities: string[];
}

export class ProgrammeVersionView {
  version: number;
  @ApiProperty({ type: String, format: 'date-time' })
  madeAt: Date;
  /** Introductions on their way by this version. */
  running: number;
}

export class ProgrammeView extends ProgrammeRow {
  steps: StepView[];
  /** Newest first. */
  versions: ProgrammeVersionView[];
  abilities: string[];
}

export class ProgrammeMadeView {
  id: string;
}

export class TemplateView {
  id: string;
  name: WordingView;
  /** Job groups that it is made for, as a first proposal. */
  jobGroups: string[];
  steps: StepView[];
}

export class TemplatesView {
  items: TemplateView[];
}

export class JobGroupsView {
  items: string[];
}
