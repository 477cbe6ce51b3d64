import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { DraftsService } from './drafts.service.js';
import { SaveDraftDto, StartInstrumentDto } from './instruments.dto.js';
import { instrumentsPolicy } from './instruments.policy.js';
import { InstrumentPageView, StartedInstrumentView } from './instruments.view.js';

@ApiTags('instruments')
@Controller('instruments')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  /** Begins an instrument of the employer's own, or the filling in of a standard. */
  @Post()
  @Permit(instrumentsPolicy, 'instrument.write')
  async start(
    @CurrentActor() actor: HatActor,
    @Body() body: StartInstrumentDto,
  ): Promise<StartedInstrumentView> {
    return this.drafts.start(actor, body.from ?? null);
  }

  /** Begins the next version; the published one is asked until that is published too. */
  @Post(':id/draft')
  @Permit(instrumentsPolicy, 'instrument.write')
  @HttpCode(204)
  async revise(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<void> {
    await this.drafts.revise(actor, id);
  }

  @Put(':id/draft')
  @Permit(instrumentsPolicy, 'instrument.write')
  async save(
    @CurrentActor() actor: HatActor,
    @Param('id') id: string,
    @Body() body: SaveDraftDto,
  ): Promise<InstrumentPageView> {
    return this.drafts.save(actor, id, body);
  }

  @Delete(':id/draft')
  @Permit(instrumentsPolicy, 'instrument.write')
  @HttpCode(204)
  async discard(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<void> {
    await this.drafts.discard(actor, id);
  }

  /** From here on rounds may ask it; what is published is never changed. */
  @Post(':id/publication')
  @Permit(instrumentsPolicy, 'instrument.write')
  @HttpCode(204)
  async publish(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<void> {
    await this.drafts.publish(actor, id);
  }

  /** New rounds no longer ask it; those that did keep it. */
  @Post(':id/retirement')
  @Permit(instrumentsPolicy, 'instrument.write')
  @HttpCode(204)
  async retire(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<void> {
    await this.drafts.retire(actor, id);
  }

  @Delete(':id/retirement')
  @Permit(instrumentsPolicy, 'instrument.write')
  @HttpCode(204)
  async restore(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<void> {
    await this.drafts.restore(actor, id);
  }
}
