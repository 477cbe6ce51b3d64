import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { instrumentsPolicy } from './instruments.policy.js';
import { InstrumentsService } from './instruments.service.js';
import { InstrumentPageView, InstrumentsView } from './instruments.view.js';

@ApiTags('instruments')
@Controller('instruments')
export class InstrumentsController {
  constructor(private readonly instruments: InstrumentsService) {}

  /** Ours, the standards that belong to others, and the employer's own; with the packs that rounds are made from. */
  @Get()
  @Permit(instrumentsPolicy, 'instrument.read')
  async list(@CurrentActor() actor: HatActor): Promise<InstrumentsView> {
    return this.instruments.list(actor);
  }

  @Get(':id')
  @Permit(instrumentsPolicy, 'instrument.read')
  async get(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<InstrumentPageView> {
    return this.instruments.get(actor, id);
  }
}
