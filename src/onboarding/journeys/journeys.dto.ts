import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { OptionalLocalDateField, WhereGiven } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { JOURNEY_STATES } from '../domain/journey.js';
import { LINK_HOLDERS, type LinkHolder } from '../domain/link.js';

/** `active`: upcoming, running or paused; `attention`: a step is overdue or a talk is wanted. */
export const JOURNEY_FILTERS = ['active', 'attention', ...JOURNEY_STATES, 'all'] as const;
export type JourneyFilter = (typeof JOURNEY_FILTERS)[number];

/** `urgency`: talks wanted, then what is longest overdue, then what is due next. */
export const JOURNEY_ORDERS = ['urgency', 'startsOn', '-startsOn', 'name', '-name', 'unit', '-unit'] as const;
export type JourneyOrder = (typeof JOURNEY_ORDERS)[number];

export class JourneysQuery extends PageQuery {
  @ApiPropertyOptional({ enum: JOURNEY_FILTERS, enumName: 'IntroductionFilter' })
  @WhereGiven()
  @IsIn(JOURNEY_FILTERS)
  state: JourneyFilter = 'active';

  /** Only those of this unit and those below it. */
  @ApiPropertyOptional({ format: 'uuid' })
  @WhereGiven()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional({ enum: JOURNEY_ORDERS, enumName: 'IntroductionOrder' })
  @WhereGiven()
  @IsIn(JOURNEY_ORDERS)
  sort: JourneyOrder = 'urgency';
}

export const STEP_OUTCOMES = ['done', 'not-relevant'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

export class SettleStepDto {
  @ApiProperty({ enum: STEP_OUTCOMES, enumName: 'StepOutcome' })
  @IsIn(STEP_OUTCOMES)
  outcome: StepOutcome;

  /** When it was done; today where left out, never later. */
  @OptionalLocalDateField()
  on?: string | null;
}

export class SetBuddyDto {
  @IsUUID()
  personId: string;
}

export class MakeLinkDto {
  @ApiProperty({ enum: LINK_HOLDERS, enumName: 'IntroductionLinkHolder' })
  @IsIn(LINK_HOLDERS)
  holder: LinkHolder;
}
