import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type, type ClassConstructor } from 'class-transformer';
import {
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { isLocalDate } from '../../shared/local-date.js';
import { MOST_OERE } from '../../shared/money.js';

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

/** May be left out, so that what it is without stands; null is no value of it. */
export const WhereGiven = () => ValidateIf((_, value) => value !== undefined);

/** The revision of a thing that was read: another's change in between is a conflict. */
export const RevisionField = () =>
  applyDecorators(IsInt(), Min(1), Max(MOST_INTEGER), ApiProperty({ minimum: 1, maximum: MOST_INTEGER }));
// Of PostgreSQL's `integer`.
const MOST_INTEGER = 2_147_483_647;

/** Whole øre, none below nothing unless told. */
export const IsOere = ({ least = 0 }: { readonly least?: number } = {}) =>
  applyDecorators(
    IsInt(),
    Min(least),
    Max(MOST_OERE),
    ApiProperty({ type: Number, minimum: least, maximum: MOST_OERE }),
  );

/** An object of its own kind. What is left out, or a list in its place, is a fault: `ValidateNested` alone passes both. */
export const Nested = <T extends object>(kind: () => ClassConstructor<T>) =>
  applyDecorators(IsObject(), ValidateNested(), Type(kind));

/** The same for each of a list; that it is one stands beside it. */
export const NestedEach = <T extends object>(kind: () => ClassConstructor<T>) =>
  applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(kind));

/** How long a text may be, in characters; at least one unless told. */
export interface TextLength {
  readonly least?: number;
  readonly most: number;
}

// Blanks, and signs that take no room on paper (zero-width ones), say nothing.
const SAYS_SOMETHING = /[^\s\p{C}]/u;

/** Keeps a text without the blanks around it; one of a text that may be empty, or of each in a list. */
export const Trimmed = () => Transform(({ value }: { value: unknown }) => trimmed(value));
const trimmed = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(trimmed) : typeof value === 'string' ? value.trim() : value;

const IsNotBlank = () =>
  ValidateBy({
    name: 'empty',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || SAYS_SOMETHING.test(value),
      defaultMessage: () => '$property must say something',
    },
  });

const saysSomething = ({ least = 1, most }: TextLength) =>
  applyDecorators(
    Trimmed(),
    IsString(),
    IsNotBlank(),
    ...(least > 1 ? [Length(least, most)] : [MaxLength(most)]),
  );

const described = ({ least = 1, most }: TextLength) => ({
  type: String,
  minLength: least,
  maxLength: most,
  pattern: SAYS_SOMETHING.source,
});

/** A text that must say something: it is kept without the blanks around it, and blanks alone are refused. */
export const TextField = (length: TextLength) =>
  applyDecorators(saysSomething(length), ApiProperty(described(length)));

/** May be left out or null; what is given says something. */
export const OptionalTextField = (length: TextLength) =>
  applyDecorators(
    IsOptional(),
    saysSomething(length),
    ApiPropertyOptional({ ...described(length), nullable: true }),
  );
