import type { FastifyInstance } from 'fastify';
import type { Problem } from './problem.js';

/** SCIM (RFC 7644) has its own kind of JSON and its own shape of an error, also for faults before any route. */
export const SCIM_JSON = 'application/scim+json; charset=utf-8';

export const isScim = (url: string): boolean => /^\/api\/scim\/v2(?:[/?]|$)/.test(url);

const SCIM_TYPES: Readonly<Record<string, string>> = {
  'invalid-filter': 'invalidFilter',
  'invalid-path': 'invalidPath',
  'invalid-syntax': 'invalidSyntax',
  'invalid-value': 'invalidValue',
  'invalid-input': 'invalidValue',
  uniqueness: 'uniqueness',
};

export const scimError = ({ status, code, title }: Problem): object => {
  const scimType = SCIM_TYPES[code];
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail: `${code}: ${title}`,
  };
};

/** Bodies of SCIM's own kind are read as JSON; directories name that kind also where there is no body. */
export const readScimJson = (fastify: FastifyInstance): void => {
  const json = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<string>(
    'application/scim+json',
    { parseAs: 'string' },
    (request, body, done) => (body === '' ? done(null) : json(request, body, done)),
  );
};
