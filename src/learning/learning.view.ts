import { ApiProperty } from '@nestjs/swagger';

/** A course by counts: who was there is not kept. */
export class CourseView {
  id: string;
  title: string;
  @ApiProperty({ type: String, format: 'date' })
  heldOn: string;
  hours: number;
  invited: number;
  attended: number;
}

/** How many had a competence on a day, of those who should. */
export class CompetenceView {
  id: string;
  name: string;
  @ApiProperty({ type: String, format: 'date' })
  countedOn: string;
  needed: number;
  holding: number;
}

/** The last yearly question that is closed. */
export class SkillView {
  @ApiProperty({ type: String, format: 'date' })
  closedOn: string;
  @ApiProperty({ type: Number, nullable: true })
  response: number | null;
  @ApiProperty({ type: Number, nullable: true })
  answers: number | null;
  /** Share of those answering who say better or much better. */
  @ApiProperty({ type: Number, nullable: true })
  better: number | null;
  @ApiProperty({ enum: ['low-response', 'too-few-answers'], enumName: 'SkillReason', nullable: true })
  reason: 'low-response' | 'too-few-answers' | null;
}

export class LearningView {
  /** The latest first. */
  courses: CourseView[];
  competences: CompetenceView[];
  @ApiProperty({ type: SkillView, nullable: true })
  skill: SkillView | null;
  abilities: string[];
}
