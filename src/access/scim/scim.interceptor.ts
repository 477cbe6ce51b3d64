import { ParseUUIDPipe, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { notFound } from '../../platform/http/problem.js';
import { SCIM_JSON } from '../../platform/http/scim.js';

/** Answers are SCIM's own kind of JSON. */
export class ScimAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    context.switchToHttp().getResponse<FastifyReply>().header('content-type', SCIM_JSON);
    return next.handle();
  }
}

/** An id of another form is nobody's. */
export const ScimId = new ParseUUIDPipe({ exceptionFactory: notFound });
