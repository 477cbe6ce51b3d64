import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { PROBLEM_JSON, problemBody } from './problem-body.js';

/** An address that cannot be decoded is refused before any route, and so before the filter of faults. */
export const answerFrameworkFault = (fault: Error, _request: FastifyRequest, reply: FastifyReply): void => {
  const isBadUrl = 'code' in fault && fault.code === 'FST_ERR_BAD_URL';
  const problem = isBadUrl
    ? new Problem(400, 'invalid-input', 'This address cannot be read.')
    : new Problem(404, 'not-found', 'There is nothing here that you have access to.');
  void reply
    .status(problem.status)
    .header('content-type', PROBLEM_JSON)
    .send(problemBody(problem, randomUUID()));
};

const REASONS: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'too-large', 'The address or the headers are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too-slow', 'The request took too long to arrive.'],
};
const WORDS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** What Node cannot read as HTTP at all; the connection ends with the answer. */
export const answerClientError = (fault: NodeJS.ErrnoException, socket: Socket): void => {
  if (fault.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code, title] = REASONS[fault.code ?? ''] ?? [400, 'invalid-input', 'This is not HTTP.'];
  const body = JSON.stringify(problemBody(new Problem(status, code, title), randomUUID()));
  socket.end(
    `HTTP/1.1 ${status} ${WORDS[status] ?? ''}\r\nContent-Type: ${PROBLEM_JSON}\r\nCache-Control: no-store\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
};
