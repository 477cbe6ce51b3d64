import {
  Catch,
  HttpException,
  Inject,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RUNTIME, type Runtime } from '../runtime.js';
import { notFound, Problem } from './problem.js';
import { PROBLEM_JSON, problemBody } from './problem-body.js';
import { isUnrecorded } from './unrecorded.js';
import { isScim, scimError, SCIM_JSON } from './scim.js';

const hasStatus = (fault: unknown): fault is Error & { statusCode: number; code?: string } =>
  fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number';

const CODES: Readonly<Record<number, string>> = {
  400: 'invalid-input',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** What a fault of the framework or of Fastify means to a caller; null when it is a fault of ours. */
const asProblem = (fault: unknown): Problem | null => {
  if (fault instanceof Problem) return fault;
  const status =
    fault instanceof HttpException ? fault.getStatus() : hasStatus(fault) ? fault.statusCode : 500;
  if (status >= 500 || !(fault instanceof Error)) return null;
  // The framework's own words for a route that is not there repeat the address.
  if (fault instanceof NotFoundException) return notFound();
  return new Problem(status, CODES[status] ?? 'invalid-input', fault.message);
};

const INTERNAL = new Problem(
  500,
  'internal',
  'Something went wrong here. Quote the reference if you report it.',
);
const BROKEN_OFF = new Problem(400, 'invalid-input', 'The request broke off.');

/** Whether the connection ended while the body was under way: whatever that led to is no fault of ours. */
const isBrokenOff = ({ raw }: FastifyRequest): boolean => raw.readableAborted && !raw.complete;

/** Answers every fault as `application/problem+json` (RFC 9457): a code, never a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reference = randomUUID();
    const problem = isBrokenOff(request) ? BROKEN_OFF : (asProblem(fault) ?? INTERNAL);
    // The route's pattern, not its address: an address may hold an id that is nobody's business in a log.
    const where = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    if (problem === BROKEN_OFF && !isUnrecorded(request))
      this.runtime.log.info({ where }, 'the caller went away before the end of the request');
    if (problem.status >= 500 && !isUnrecorded(request))
      this.runtime.log.error({ reference, where, fault: faultLine(fault) }, 'request failed');
    if (isScim(request.url)) {
      void reply.status(problem.status).header('content-type', SCIM_JSON).send(scimError(problem));
      return;
    }
    void reply
      .status(problem.status)
      .header('content-type', PROBLEM_JSON)
      .send(problemBody(problem, reference));
  }
}

// A database error's own text can hold a person's data; its code, constraint and place in our code cannot.
const faultLine = (fault: unknown): string => {
  if (!(fault instanceof Error)) return typeof fault;
  const code = 'code' in fault ? String(fault.code) : '';
  const constraint = 'constraint' in fault ? String(fault.constraint) : '';
  const place =
    fault.stack?.split('\n').find((line) => line.includes('/src/') || line.includes('/dist/')) ?? '';
  const text = code === '' ? fault.message : '';
  return [fault.name, code, constraint, text, place.trim()].filter((part) => part !== '').join(' ');
};
