import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { ErasePersonDto, PlaceHoldDto } from './erasure.dto.js';
import { ErasureService } from './erasure.service.js';
import { LegalHoldsView } from './erasure.view.js';
import { peoplePolicy } from './people.policy.js';

@ApiTags('privacy')
@Controller()
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  /** The legal holds that stand. */
  @Get('legal-holds')
  @Permit(peoplePolicy, 'person.hold')
  async holds(@CurrentActor() actor: HatActor): Promise<LegalHoldsView> {
    return { items: await this.erasure.holds(actor) };
  }

  /** Keeps what is stored about a person from being erased. */
  @Post('people/:id/legal-holds')
  @Permit(peoplePolicy, 'person.hold')
  @HttpCode(204)
  async hold(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: PlaceHoldDto): Promise<void> {
    await this.erasure.hold(actor, id, body);
  }

  @Delete('legal-holds/:id')
  @Permit(peoplePolicy, 'person.hold')
  @HttpCode(204)
  async lift(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.erasure.lift(actor, id);
  }

  /** Erases a former employee everywhere; what figures rest on stays without a name. */
  @Post('people/:id/erasure')
  @Permit(peoplePolicy, 'person.erase')
  @HttpCode(204)
  async erase(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ErasePersonDto,
  ): Promise<void> {
    await this.erasure.erase(actor, id, body.ground);
  }
}
