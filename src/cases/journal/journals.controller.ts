import { Body, Controller, Get, HttpCode, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { PlaceHoldDto } from '../../people/index.js';
import { Id } from '../../platform/http/id.js';
import { CaseHoldsService } from '../case-holds.service.js';
import { casesPolicy } from '../cases.policy.js';
import { AcknowledgeJournalDto } from './journal.dto.js';
import { JournalView } from './journal.view.js';
import { JournalsService } from './journals.service.js';

@ApiTags('cases')
@Controller('cases/:id')
export class JournalsController {
  constructor(
    private readonly journals: JournalsService,
    private readonly holds: CaseHoldsService,
  ) {}

  /** Keeps the case, and what is stored about its person, from being erased. */
  @Post('legal-holds')
  @Permit(casesPolicy, 'case.hold')
  @HttpCode(204)
  async hold(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: PlaceHoldDto): Promise<void> {
    await this.holds.place(actor, id, body);
  }

  /** What a records system needs beside the document, and whether it has it. */
  @Get('journal')
  @Permit(casesPolicy, 'case.journal')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<JournalView> {
    return this.journals.get(actor, id);
  }

  /** The closed case as PDF/A, for the journal. */
  @Post('journal-exports')
  @Permit(casesPolicy, 'case.journal')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async export(@CurrentActor() actor: HatActor, @Id() id: string): Promise<StreamableFile> {
    const pdf = await this.journals.export(actor, id);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: 'attachment; filename="case.pdf"',
    });
  }

  /** Records the number that the journal gave the document; the case may then be erased when its time is over. */
  @Put('journal')
  @Permit(casesPolicy, 'case.journal')
  @HttpCode(204)
  async acknowledge(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: AcknowledgeJournalDto,
  ): Promise<void> {
    await this.journals.acknowledge(actor, id, body);
  }
}
