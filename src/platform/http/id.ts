import { Injectable, Param, ParseUUIDPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Problem } from './problem.js';

/** An id in the path of a route. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, ParseUUIDPipe);

// Nine digits: more than anybody counts, and always an integer of the database's.
const COUNTED = /^\d{1,9}$/;

@Injectable()
class ParseCountedPipe implements PipeTransform<string, number> {
  transform(value: string, { data = '' }: ArgumentMetadata): number {
    if (!COUNTED.test(value)) throw new Problem(400, 'invalid-input', `${data} must be a whole number.`);
    return Number(value);
  }
}

/** The number of something that is counted, in the path of a route. */
export const Counted = (name: string): ParameterDecorator => Param(name, ParseCountedPipe);
