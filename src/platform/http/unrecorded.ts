import type { FastifyRequest } from 'fastify';

/** Marks a route of which no log, metric or audit says that it was asked, nor when, nor that it failed. */
export const UNRECORDED = { unrecorded: true } as const;

export const isUnrecorded = ({ routeOptions }: FastifyRequest): boolean =>
  'unrecorded' in routeOptions.config && routeOptions.config.unrecorded === true;
