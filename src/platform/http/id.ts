import { Param, ParseUUIDPipe } from '@nestjs/common';

/** An id in the path of a route. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, ParseUUIDPipe);
