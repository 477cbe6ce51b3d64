import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Problem } from '../../platform/http/problem.js';
import { unwritableField } from '../../platform/http/validation.js';
import { isUuid } from '../../shared/ids.js';
import { isRecord } from '../../shared/record.js';
import type { SpendDto } from './respondents.dto.js';

const KEY = /^[0-9a-f]{32}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const isBase64 = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.length <= longest && BASE64.test(value);

const FIELDS: Readonly<Record<keyof SpendDto, (value: unknown) => boolean>> = {
  tenantId: isUuid,
  fingerprint: (value) => typeof value === 'string' && KEY.test(value),
  token: (value) => isBase64(value, 200),
  signature: (value) => isBase64(value, 1000),
  answers: isRecord,
};
const isField = (name: string): name is keyof SpendDto => Object.hasOwn(FIELDS, name);

/** @throws Problem 400 naming the fields at fault */
export const readSpent = (body: unknown): SpendDto => {
  const given = isRecord(body) ? body : {};
  const faults = [...new Set([...Object.keys(FIELDS), ...Object.keys(given)])]
    .filter((name) => !isField(name) || !FIELDS[name](given[name]))
    .map((field) => ({ field, code: isField(field) ? 'unusable' : 'unknown', message: 'It does not fit.' }));
  if (faults.length > 0 || unwritableField(given) !== null)
    throw new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.', faults);
  return given as unknown as SpendDto;
};

/**
 * An answer as it came, held to `SpendDto` by hand: the general way, which looks through every class there is, takes
 * longer than all else that an answer costs, and the answers of a large employer come within days.
 */
export const SpentAnswer = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readSpent(context.switchToHttp().getRequest<{ readonly body: unknown }>().body),
);
