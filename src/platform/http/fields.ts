import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy, type ValidationOptions } from 'class-validator';
import { isLocalDate } from '../../shared/local-date.js';

/** A real calendar day written `yyyy-mm-dd`. */
export const IsLocalDate = (options?: ValidationOptions) =>
  ValidateBy(
    {
      name: 'isLocalDate',
      validator: { validate: isLocalDate, defaultMessage: () => '$property must be a day as yyyy-mm-dd' },
    },
    options,
  );

export const LocalDateField = () =>
  applyDecorators(IsLocalDate(), ApiProperty({ type: String, format: 'date', example: '2026-03-31' }));

/** May be left out or null. */
export const OptionalLocalDateField = () =>
  applyDecorators(
    IsOptional(),
    IsLocalDate(),
    ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: '2026-03-31' }),
  );
