import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type, type ClassConstructor } from 'class-transformer';
import { IsObject, IsOptional, ValidateBy, ValidateNested, type ValidationOptions } from 'class-validator';
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

/** An object of its own kind. What is left out, or a list in its place, is a fault: `ValidateNested` alone passes both. */
export const Nested = <T extends object>(kind: () => ClassConstructor<T>) =>
  applyDecorators(IsObject(), ValidateNested(), Type(kind));

/** The same for each of a list; that it is one stands beside it. */
export const NestedEach = <T extends object>(kind: () => ClassConstructor<T>) =>
  applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(kind));
