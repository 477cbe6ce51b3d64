import 'reflect-metadata';
import { Body, Controller, HttpCode, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { connectionOf } from '../src/platform/database/connection.js';
import { argumentOf, say, whenAsked } from './child.js';
import { TENANT_ID } from './employer/roster.js';
import type { AnswersOrder } from './surveys.js';

const order = argumentOf<AnswersOrder>();
const pool = new pg.Pool({ ...connectionOf(order.database.superuserUrl), max: 20 });
const POOL = Symbol('pool');

/** One insert of the same row into a table of the same shape: neither token nor validation, batch or row level security. */
@Controller()
class BareController {
  constructor(@Inject(POOL) private readonly database: pg.Pool) {}

  @Post('answers')
  @HttpCode(200)
  async take(@Body() body: { readonly answers: object }): Promise<object> {
    await this.database.query(
      'insert into bare_answers (tenant_id, round_id, group_id, answers) values ($1, $2, $3, $4)',
      [TENANT_ID, order.roundId, order.groupId, JSON.stringify(body.answers)],
    );
    return { state: 'kept' };
  }
}

@Module({ controllers: [BareController], providers: [{ provide: POOL, useValue: pool }] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: ['error'],
});
await pool.query('create table bare_answers (like survey_answers including all)');
await app.listen(0, '127.0.0.1');
say({ url: `${await app.getUrl()}/answers` });
whenAsked(async () => {
  await app.close();
  await pool.end();
});
