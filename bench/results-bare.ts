import 'reflect-metadata';
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { connectionOf } from '../src/platform/database/connection.js';
import { argumentOf, say, whenAsked } from './child.js';
import { TENANT_ID } from './employer/roster.js';
import type { ServerAddress } from './overview.js';
import type { ResultsOrder } from './results.js';

const order = argumentOf<ResultsOrder>();
const pool = new pg.Pool({ ...connectionOf(order.database.superuserUrl), max: 20 });
const POOL = Symbol('pool');

/** The rows of the same page by one indexed query: neither sign-in nor rights, validation, views or headers. */
@Controller()
class BareController {
  constructor(@Inject(POOL) private readonly database: pg.Pool) {}

  @Get('results')
  async read(): Promise<object> {
    const { rows } = await this.database.query<object>(
      `select unit_id, name, kind, parts, invited, answered, reason, scales from survey_results
       where tenant_id = $1 and round_id = $2 and parent_place = 0 order by name limit 25`,
      [TENANT_ID, order.roundId],
    );
    return { items: rows };
  }
}

@Module({ controllers: [BareController], providers: [{ provide: POOL, useValue: pool }] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
say({ url: `${await app.getUrl()}/results`, headers: {} } satisfies ServerAddress);
whenAsked(async () => {
  await app.close();
  await pool.end();
});
