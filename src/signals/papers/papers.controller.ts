import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { signalsPolicy } from '../signals.policy.js';
import { PapersService } from './papers.service.js';
import { EmployeeNoticeView } from './papers.view.js';

@ApiTags('organisations')
@Controller('go-live')
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  /** A proposal for what the employees are told before the first signal, in Danish. */
  @Get('notice')
  @Permit(signalsPolicy, 'paper.read')
  async notice(@CurrentActor() actor: HatActor): Promise<EmployeeNoticeView> {
    return this.papers.notice(actor);
  }

  /** The impact assessment (GDPR art. 35), filled in for the employer as it stands today, in Danish. */
  @Get('impact-assessment.pdf')
  @Permit(signalsPolicy, 'paper.read')
  @ApiProduces('application/pdf')
  async impactAssessment(@CurrentActor() actor: HatActor): Promise<StreamableFile> {
    return new StreamableFile(await this.papers.impactAssessment(actor), {
      type: 'application/pdf',
      disposition: 'attachment; filename="konsekvensanalyse.pdf"',
    });
  }
}
