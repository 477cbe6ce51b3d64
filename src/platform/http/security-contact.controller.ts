import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock } from '../clock.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { notFound } from './problem.js';
import { Public } from './public.js';

const DAYS_VALID = 180;

/** Whom to tell of a weakness (RFC 9116). Only where the operator has named somebody. */
@ApiExcludeController()
@Controller()
export class SecurityContactController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly clock: Clock,
  ) {}

  @Get('.well-known/security.txt')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  read(): string {
    const { securityContact, publicUrl } = this.runtime.environment;
    if (securityContact === null) throw notFound();
    const expires = new Date(this.clock.now().getTime() + DAYS_VALID * 86_400_000);
    return [
      `Contact: ${securityContact}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: da, en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
