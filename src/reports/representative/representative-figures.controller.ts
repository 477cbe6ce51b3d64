import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { reportsPolicy } from '../reports.policy.js';
import { RepresentativeFigures } from './representative-figures.service.js';
import { RepresentativeFiguresView } from './representative-figures.view.js';

@ApiTags('reports')
@Controller('representative-figures')
export class RepresentativeFiguresController {
  constructor(private readonly figures: RepresentativeFigures) {}

  /** The last final quarters of the employer and its workplaces, under the output policy. */
  @Get()
  @Permit(reportsPolicy, 'representative-figures.read')
  async read(@CurrentActor() actor: HatActor): Promise<RepresentativeFiguresView> {
    return this.figures.read(actor);
  }
}
