import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Counted, Id } from '../../platform/http/id.js';
import { LinksService } from '../links/links.service.js';
import { onboardingPolicy } from '../onboarding.policy.js';
import { JourneysQuery, MakeLinkDto, SetBuddyDto, SettleStepDto } from './journeys.dto.js';
import { JourneysService } from './journeys.service.js';
import { BuddySuggestionsView, JourneysPage, JourneyView, LinkMadeView } from './journeys.view.js';

@ApiTags('introductions')
@Controller('introductions')
export class JourneysController {
  constructor(
    private readonly journeys: JourneysService,
    private readonly links: LinksService,
  ) {}

  /** The introductions of new employees in reach. */
  @Get()
  @Permit(onboardingPolicy, 'introduction.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: JourneysQuery): Promise<JourneysPage> {
    return this.journeys.list(actor, query);
  }

  /** An introduction with its steps and check-ins. */
  @Get(':id')
  @Permit(onboardingPolicy, 'introduction.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<JourneyView> {
    return this.journeys.get(actor, id);
  }

  /** Marks a step as done, or as not relevant here. */
  @Put(':id/steps/:position')
  @Permit(onboardingPolicy, 'introduction.work')
  @HttpCode(204)
  async settle(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('position') position: number,
    @Body() body: SettleStepDto,
  ): Promise<void> {
    await this.journeys.settle(actor, id, position, body);
  }

  /** Takes the mark of a step back. */
  @Delete(':id/steps/:position')
  @Permit(onboardingPolicy, 'introduction.work')
  @HttpCode(204)
  async reopen(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('position') position: number,
  ): Promise<void> {
    await this.journeys.reopen(actor, id, position);
  }

  /** Colleagues of the unit who have been there a year, those with the fewest such tasks first. */
  @Get(':id/buddy-suggestions')
  @Permit(onboardingPolicy, 'introduction.work')
  async suggestBuddies(@CurrentActor() actor: HatActor, @Id() id: string): Promise<BuddySuggestionsView> {
    return this.journeys.suggestBuddies(actor, id);
  }

  /** Sets the buddy, or puts another in the place of the one before. */
  @Put(':id/buddy')
  @Permit(onboardingPolicy, 'introduction.work')
  @HttpCode(204)
  async setBuddy(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: SetBuddyDto,
  ): Promise<void> {
    await this.journeys.setBuddy(actor, id, body.personId);
  }

  @Delete(':id/buddy')
  @Permit(onboardingPolicy, 'introduction.work')
  @HttpCode(204)
  async releaseBuddy(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.journeys.releaseBuddy(actor, id);
  }

  /** Says that the talk asked for has been held. */
  @Post(':id/talk-holding')
  @Permit(onboardingPolicy, 'introduction.work')
  @HttpCode(204)
  async holdTalk(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.journeys.holdTalk(actor, id);
  }

  /** Makes the link of the new employee or the buddy; the one before stops working. */
  @Post(':id/links')
  @Permit(onboardingPolicy, 'introduction.work')
  async makeLink(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: MakeLinkDto,
  ): Promise<LinkMadeView> {
    return this.links.make(actor, id, body.holder);
  }

  /** Links that were handed out stop working. */
  @Delete(':id/links')
  @Permit(onboardingPolicy, 'introduction.work')
  @HttpCode(204)
  async removeLinks(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.links.remove(actor, id);
  }
}
