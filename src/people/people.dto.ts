import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { WhereGiven } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';

/** What to look for travels in the body: a name belongs in no address and no log. */
export class SearchPeopleDto extends PageQuery {
  /** A part of a name, or the beginning of an employee number; empty for everybody in reach. */
  @IsString()
  @MaxLength(100)
  text: string;

  /** Also those whose last employment has ended. */
  @WhereGiven()
  @IsBoolean()
  left: boolean = false;
}

export const PEOPLE_ORDERS = ['name', '-name', 'employeeNumber', '-employeeNumber'] as const;

export class UnitPeopleQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PEOPLE_ORDERS, enumName: 'PeopleOrder' })
  @WhereGiven()
  @IsIn(PEOPLE_ORDERS)
  sort: (typeof PEOPLE_ORDERS)[number] = 'name';
}
