import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Id } from '../../platform/http/id.js';
import { Problem } from '../../platform/http/problem.js';
import { Public } from '../../platform/http/public.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { isUuid } from '../../shared/ids.js';
import { LoginAttempts } from '../login-attempts.js';
import { SsoRefused } from './connection.js';
import { EmployerSsoView, SamlAnswerDto } from './sso.dto.js';
import { SsoEntry, type Arrival } from './sso-entry.service.js';

/** Ties a way out to a provider to the browser that took it. */
const COOKIE = 'naervaer.sso';

/** The way out to an employer's identity provider, and back. Browsers come here by links and redirects. */
@ApiTags('sso')
@Controller('sso')
export class SsoController {
  private readonly secure: boolean;

  constructor(
    private readonly entry: SsoEntry,
    private readonly attempts: LoginAttempts,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.secure = runtime.environment.publicUrl.startsWith('https:');
  }

  /** An employer's ways in, by its short name. */
  @Get('employers/:slug')
  @Public()
  async list(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<EmployerSsoView> {
    await this.attempts.limitPublic(request.ip);
    return this.entry.listOf(slug);
  }

  @Get('connections/:id/start')
  @Public()
  @ApiQuery({ name: 'to', required: false })
  async start(
    @Id() id: string,
    @Query('to') to: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const browser = randomBytes(32).toString('base64url');
    await this.goOn(reply, async () => {
      await this.attempts.limitPublic(request.ip);
      const address = await this.entry.begin(id, browser, typeof to === 'string' ? to : undefined);
      this.setCookie(reply, browser, 600);
      return address;
    });
  }

  @Get('oidc/callback')
  @Public()
  @ApiExcludeEndpoint()
  async oidc(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.arrive(reply, () => this.entry.arriveByOidc(request.url, browserOf(request), request));
  }

  /** What is posted here by a provider's page opens nothing yet; see `SsoEntry`. */
  @Post('saml/:id/acs')
  @Public()
  @ApiExcludeEndpoint()
  async saml(@Id() id: string, @Body() body: SamlAnswerDto, @Res() reply: FastifyReply): Promise<void> {
    await this.goOn(reply, async () => {
      if (!isUuid(body.RelayState)) throw new SsoRefused('failed', null);
      return `/api/sso/saml/landing/${await this.entry.takeSaml(id, body.SAMLResponse, body.RelayState)}`;
    });
  }

  @Get('saml/landing/:attempt')
  @Public()
  @ApiExcludeEndpoint()
  async land(
    @Id('attempt') attempt: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.arrive(reply, () => this.entry.arriveBySaml(attempt, browserOf(request), request));
  }

  /** SAML metadata for the provider's side to be set up with. */
  @Get('saml/:id/metadata')
  @Public()
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  async metadata(@Id() id: string): Promise<string> {
    return this.entry.metadata(id);
  }

  private async arrive(reply: FastifyReply, work: () => Promise<Arrival>): Promise<void> {
    await this.goOn(reply, async () => {
      const { cookies, place } = await work();
      this.setCookie(reply, '', 0);
      reply.header('set-cookie', cookies);
      return place;
    });
  }

  /** A person with a browser stands here: what went wrong is said on the sign-in page. */
  private async goOn(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    const place = await work().catch((fault: unknown) => this.refusal(fault));
    reply.header('cache-control', 'no-store');
    await reply.redirect(place, 303);
  }

  private async refusal(fault: unknown): Promise<string> {
    if (fault instanceof SsoRefused) {
      await this.entry.tellRefusal(fault);
      return `/sign-in?sso=${fault.reason}`;
    }
    if (fault instanceof Problem && fault.status < 500) return '/sign-in?sso=no-access';
    throw fault;
  }

  private setCookie(reply: FastifyReply, value: string, seconds: number): void {
    const parts = [`${COOKIE}=${value}`, 'Path=/api/sso', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`];
    reply.header('set-cookie', [...parts, ...(this.secure ? ['Secure'] : [])].join('; '));
  }
}

const browserOf = ({ headers }: FastifyRequest): string => {
  const found = (headers.cookie ?? '').split('; ').find((one) => one.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) ?? '';
};
