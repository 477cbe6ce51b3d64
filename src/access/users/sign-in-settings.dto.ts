import { ApiProperty } from '@nestjs/swagger';
import { OptionalLocalDateField } from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';

export class SignInSettingsDto {
  /** From this day on nobody wears a role here on a password alone; none to require nothing. */
  @OptionalLocalDateField()
  secondFactorRequiredFrom?: LocalDate | null;
}

export class SignInSettingsView {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  secondFactorRequiredFrom: LocalDate | null;
}
