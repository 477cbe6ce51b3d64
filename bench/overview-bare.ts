import 'reflect-metadata';
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { connectionOf } from '../src/platform/database/connection.js';
import { argumentOf, say, whenAsked } from './child.js';
import { TENANT_ID } from './employer/roster.js';
import type { ServerAddress, ServerOrder } from './overview.js';

const order = argumentOf<ServerOrder>();
const pool = new pg.Pool({ ...connectionOf(order.database.superuserUrl), max: 20 });
const POOL = Symbol('pool');

/** One row by its primary key, and nothing around it: neither sign-in nor rights, validation or headers. */
@Controller()
class BareController {
  constructor(@Inject(POOL) private readonly database: pg.Pool) {}

  @Get('employer')
  async read(): Promise<object> {
    const { rows } = await this.database.query<{ name: string }>(
      'select tenant_id, name, sector from employers where tenant_id = $1',
      [TENANT_ID],
    );
    return rows[0] ?? {};
  }
}

@Module({ controllers: [BareController], providers: [{ provide: POOL, useValue: pool }] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
say({ url: `${await app.getUrl()}/employer`, headers: {} } satisfies ServerAddress);
whenAsked(async () => {
  await app.close();
  await pool.end();
});
