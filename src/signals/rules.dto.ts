import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, Max, Min } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  OptionalTextField,
  TextField,
} from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

/** The whole rule set as it is to be from a day on. */
export class ChangeRulesDto {
  /** Days of a spell, the first being 1. */
  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(365, { each: true })
  contactDays: number[];

  @IsInt()
  @Min(1)
  @Max(50)
  spellsThreshold: number;

  /** Calendar days. */
  @IsInt()
  @Min(1)
  @Max(731)
  spellsWindow: number;

  @IsInt()
  @Min(1)
  @Max(366)
  daysThreshold: number;

  /** Calendar days. */
  @IsInt()
  @Min(1)
  @Max(731)
  daysWindow: number;

  /** Whether work injuries count beside own and partial sickness; pregnancy, children's days and leave never do. */
  @IsBoolean()
  countsWorkInjury: boolean;

  /** Whether absence under § 56 counts, for the whole or a part of the day. */
  @IsBoolean()
  countsSection56: boolean;

  /** Whether wage is paid during sickness. */
  @IsBoolean()
  paysWage: boolean;

  /** Whether many new spells of a unit in a month, beside its own past, raise a signal about the unit. */
  @IsBoolean()
  unitSpells: boolean;

  @LocalDateField()
  validFrom: LocalDate;

  /** The day the employees were told, where the change is news to them. */
  @OptionalLocalDateField()
  informedOn?: LocalDate | null;

  /** The day works council, MED or AMO discussed it. */
  @OptionalLocalDateField()
  discussedOn?: LocalDate | null;

  @OptionalTextField({ most: 200 })
  minutesReference?: string | null;

  /** Why the rules change; the history shows it. */
  @TextField({ most: 500 })
  reason: string;
}
