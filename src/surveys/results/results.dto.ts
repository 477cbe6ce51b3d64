import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { OptionalTextField, WhereGiven } from '../../platform/http/fields.js';
import type { Language } from '../../access/index.js';
import { PageQuery } from '../../platform/http/page.js';

/** Which units: all, those where a scale fell, those that changed at all, those without a report. */
export const RESULT_FILTERS = ['all', 'drops', 'changes', 'hidden'] as const;
export type ResultFilter = (typeof RESULT_FILTERS)[number];

export class ResultsQuery extends PageQuery {
  /** The units right below this one; those at the top where none is named. */
  @WhereGiven()
  @IsUUID()
  under?: string;

  /** With anything but `all`, or words to find, units at every level are shown. */
  @ApiPropertyOptional({ enum: RESULT_FILTERS, enumName: 'ResultFilter' })
  @WhereGiven()
  @IsIn(RESULT_FILTERS)
  show?: ResultFilter;

  /** Part of a unit's name. */
  @OptionalTextField({ most: 100 })
  name?: string;

  /** `name`, `invited`, `rate` or `scale:<id>`; a minus before it turns the order round. */
  @WhereGiven()
  @Matches(/^-?(name|invited|rate|scale:[\w.-]{1,80})$/)
  sort?: string;
}

export class UnitQuery {
  /** The whole round where none is named. */
  @WhereGiven()
  @IsUUID()
  unit?: string;
}

export class CommentsQuery extends PageQuery {
  @WhereGiven()
  @IsUUID()
  unit?: string;

  @OptionalTextField({ most: 100 })
  item?: string;
}

const LANGUAGES = ['da', 'en'] as const satisfies readonly Language[];

export class ResultsDocumentQuery extends ResultsQuery {
  /** The language of the hat unless told. */
  @WhereGiven()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES, enumName: 'Language' })
  language?: Language;
}
