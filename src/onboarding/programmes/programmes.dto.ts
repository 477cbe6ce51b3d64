import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { Nested, NestedEach, TextField, Trimmed } from '../../platform/http/fields.js';
import { MOMENTS, MOST_STEPS, STEP_HANDS, type Moment, type StepHand } from '../domain/programme.js';

export class StepTitleDto {
  @TextField({ most: 120 })
  da: string;

  /** Empty: the Danish stands. */
  @Trimmed()
  @IsString()
  @MaxLength(120)
  en: string;
}

export class StepTextDto {
  @IsString()
  @MaxLength(1000)
  da: string;

  @IsString()
  @MaxLength(1000)
  en: string;
}

export class StepDto {
  @ApiProperty({ enum: STEP_HANDS, enumName: 'StepHand' })
  @IsIn(STEP_HANDS)
  who: StepHand;

  @ApiProperty({ enum: MOMENTS, enumName: 'IntroductionMoment' })
  @IsIn(MOMENTS)
  moment: Moment;

  @Nested(() => StepTitleDto)
  title: StepTitleDto;

  @Nested(() => StepTextDto)
  text: StepTextDto;

  /** A form to go through, point by point. */
  @ApiProperty({ type: [StepTitleDto] })
  @IsArray()
  @ArrayMaxSize(30)
  @NestedEach(() => StepTitleDto)
  points: StepTitleDto[];

  /** An address of the web. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  link?: string | null;
}

export class SaveProgrammeDto {
  @TextField({ most: 120 })
  name: string;

  /** Job groups as the payroll writes them; none: for all. */
  @Trimmed()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(120, { each: true })
  jobGroups: string[];

  /** The unit it is for, with those below it; null: everywhere. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @ApiProperty({ type: [StepDto], maxItems: MOST_STEPS })
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @NestedEach(() => StepDto)
  steps: StepDto[];
}

export class RetireProgrammeDto {
  /** false: it is used again. */
  @IsBoolean()
  retired: boolean;
}
