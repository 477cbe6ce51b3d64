import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { RecordRightDto } from './instruments.dto.js';
import { instrumentsPolicy } from './instruments.policy.js';
import { RightsService } from './rights.service.js';

@ApiTags('instruments')
@Controller('instruments/:id/right')
export class RightsController {
  constructor(private readonly rights: RightsService) {}

  /** Records the employer's own right to use what somebody else holds; one that stands gives way and is kept. */
  @Put()
  @Permit(instrumentsPolicy, 'instrument.license')
  @HttpCode(204)
  async record(
    @CurrentActor() actor: HatActor,
    @Param('id') id: string,
    @Body() body: RecordRightDto,
  ): Promise<void> {
    await this.rights.record(actor, id, body);
  }

  /** From here on it is refused again. */
  @Delete()
  @Permit(instrumentsPolicy, 'instrument.license')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: HatActor, @Param('id') id: string): Promise<void> {
    await this.rights.withdraw(actor, id);
  }
}
