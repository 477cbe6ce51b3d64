import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import {
  CasesQuery,
  CloseCaseDto,
  DoneDto,
  HeldDto,
  InviteDto,
  OpenCaseDto,
  PlanFollowUpDto,
  RecordContactDto,
  ReferDto,
  UpdateCaseDto,
} from './cases.dto.js';
import { casesPolicy } from './cases.policy.js';
import { CasesService } from './cases.service.js';
import { CaseMadeView, CasePage, CaseView } from './cases.view.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Cases within the hat's scope, open ones first. */
  @Get()
  @Permit(casesPolicy, 'case.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: CasesQuery): Promise<CasePage> {
    return this.cases.list(actor, query);
  }

  /** Opens a case from a signal, about a person or about a unit. */
  @Post()
  @Permit(casesPolicy, 'case.open')
  async open(@CurrentActor() actor: HatActor, @Body() body: OpenCaseDto): Promise<CaseMadeView> {
    return this.cases.open(actor, body);
  }

  @Get(':id')
  @Permit(casesPolicy, 'case.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<CaseView> {
    return this.cases.get(actor, id);
  }

  /** What a case about a unit is about and what was agreed. */
  @Put(':id')
  @Permit(casesPolicy, 'case.change')
  @HttpCode(204)
  async update(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: UpdateCaseDto,
  ): Promise<void> {
    await this.cases.update(actor, id, body);
  }

  /** Records a contact, a conversation, a visit or advice. */
  @Post(':id/contacts')
  @Permit(casesPolicy, 'case.contact')
  @HttpCode(204)
  async recordContact(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: RecordContactDto,
  ): Promise<void> {
    await this.cases.recordContact(actor, id, body);
  }

  @Post(':id/referrals')
  @Permit(casesPolicy, 'case.refer')
  @HttpCode(204)
  async refer(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: ReferDto): Promise<void> {
    await this.cases.refer(actor, id, body);
  }

  /** The day a referral was held. */
  @Put(':id/referrals/:referralId')
  @Permit(casesPolicy, 'case.refer')
  @HttpCode(204)
  async finishReferral(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('referralId') referralId: string,
    @Body() body: HeldDto,
  ): Promise<void> {
    await this.cases.finishReferral(actor, id, referralId, body.heldOn);
  }

  @Post(':id/follow-ups')
  @Permit(casesPolicy, 'case.follow-up')
  @HttpCode(204)
  async planFollowUp(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: PlanFollowUpDto,
  ): Promise<void> {
    await this.cases.planFollowUp(actor, id, body.dueOn);
  }

  /** The day a follow-up was done. */
  @Put(':id/follow-ups/:followUpId')
  @Permit(casesPolicy, 'case.follow-up')
  @HttpCode(204)
  async finishFollowUp(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('followUpId') followUpId: string,
    @Body() body: DoneDto,
  ): Promise<void> {
    await this.cases.finishFollowUp(actor, id, followUpId, body.doneOn);
  }

  @Post(':id/closure')
  @Permit(casesPolicy, 'case.close')
  @HttpCode(204)
  async close(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: CloseCaseDto): Promise<void> {
    await this.cases.close(actor, id, body.outcome);
  }

  /** Takes a closure back, within a day of it. */
  @Delete(':id/closure')
  @Permit(casesPolicy, 'case.close')
  @HttpCode(204)
  async reopen(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.cases.reopen(actor, id);
  }

  /** The printable Danish invitation to the talk of § 7 a. */
  @Post(':id/invitations')
  @Permit(casesPolicy, 'case.invite')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async invite(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: InviteDto,
  ): Promise<StreamableFile> {
    const pdf = await this.invitations.invite(actor, id, body);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: 'attachment; filename="invitation.pdf"',
    });
  }
}
