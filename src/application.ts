import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { DenialsService, prepareSignIn, writeDenials } from './access/index.js';
import { AppModule } from './app.module.js';
import { Clock } from './platform/clock.js';
import { migrate } from './platform/database/migrations.js';
import { refuseUnsafeRole } from './platform/database/safe-role.js';
import { answerClientError, answerFrameworkFault } from './platform/http/early-faults.js';
import { refuseForeignOrigin } from './platform/http/origin.js';
import { prepareQueues } from './platform/jobs/queues.js';
import { readScimJson } from './platform/http/scim.js';
import { setSecurityHeaders } from './platform/http/security-headers.js';
import { validation } from './platform/http/validation.js';
import type { Runtime } from './platform/runtime.js';

/** Brings every table up to date: ours as the owner, the libraries' as the application. */
export const prepareDatabase = async (runtime: Runtime): Promise<string[]> => {
  const applied = await migrate(runtime.ownerUrl);
  await prepareSignIn(runtime);
  await prepareQueues(runtime.ownerUrl);
  return applied;
};

const QUIET = { logger: ['error', 'warn'], abortOnError: false } as {
  logger: ['error', 'warn'];
  abortOnError: false;
};

/** Fastify's words for it: a count of proxies is asked hop by hop. */
const trusted = (proxy: number | string | null) =>
  typeof proxy === 'number' ? (_address: string, hop: number) => hop < proxy : (proxy ?? false);

export const httpAdapter = ({ environment }: Runtime): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    frameworkErrors: answerFrameworkFault,
    clientErrorHandler: answerClientError,
    // A senseless id is answered like any other, by the route.
    routerOptions: { maxParamLength: 2_000 },
    // Without a named proxy, what a caller says of its own address is not listened to.
    trustProxy: trusted(environment.trustProxy),
  });

/** The HTTP application, ready to listen. */
export const createHttpApplication = async (
  runtime: Runtime,
  module: Type | ReturnType<typeof AppModule.on> = AppModule.on(runtime),
): Promise<NestFastifyApplication> => {
  await refuseUnsafeRole(runtime.databaseUrl);
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(runtime), QUIET);
  await dress(app, runtime);
  return app;
};

/** Everything around the routes: prefix, validation, cookies, uploads, headers and the origin check. */
export const dress = async (app: NestFastifyApplication, runtime: Runtime): Promise<void> => {
  app.setGlobalPrefix('api', {
    exclude: ['health/live', 'health/ready', 'metrics', '.well-known/security.txt'],
  });
  app.useGlobalPipes(validation());
  await app.register(cookie);
  await setSecurityHeaders(app, runtime.environment.publicUrl);
  await app.register(multipart, {
    limits: { files: 1, fileSize: runtime.environment.uploadLimit, fields: 10 },
  });
  readScimJson(app.getHttpAdapter().getInstance());
  writeDenials(app.getHttpAdapter().getInstance(), app.get(DenialsService));
  refuseForeignOrigin(app.getHttpAdapter().getInstance(), runtime.environment.publicUrl);
};

/** The domains without HTTP, for the worker process and the command line. */
export const createContext = async (runtime: Runtime, clock = new Clock()) => {
  await refuseUnsafeRole(runtime.databaseUrl);
  return NestFactory.createApplicationContext(AppModule.on(runtime, clock), QUIET);
};
