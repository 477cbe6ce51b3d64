import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../http/public.js';
import { Metrics } from './metrics.js';

/** For the operator's supervisor and monitoring; outside `/api`. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The process can do its work: the database answers. */
  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ready' | 'unready' }> {
    const answers = await this.source.query('select 1').then(
      () => true,
      () => false,
    );
    reply.status(answers ? 200 : 503);
    return { status: answers ? 'ready' : 'unready' };
  }

  /** Counts of the process and the queues, for Prometheus. */
  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(): Promise<string> {
    return this.metrics.text();
  }
}
