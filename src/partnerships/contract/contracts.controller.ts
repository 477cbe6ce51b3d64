import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Counted, Id } from '../../platform/http/id.js';
import { ContractAgreementsService } from './contract-agreements.service.js';
import { ContractDraftsService } from './contract-drafts.service.js';
import { AgreeDto, ChangesQuery, SaveContractDto } from './contract.dto.js';
import { contractPolicy } from './contract.policy.js';
import { BaselineView, ContractChangesView, ContractVersionView, ContractView } from './contract.view.js';
import { ContractsService } from './contracts.service.js';

@ApiTags('contracts')
@Controller('partnerships/:id/contract')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly drafts: ContractDraftsService,
    private readonly agreements: ContractAgreementsService,
  ) {}

  /** The version in force and the list of all, as far as the reader's party sees them. */
  @Get()
  @Permit(contractPolicy, 'contract.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ContractView> {
    return this.contracts.get(actor, id);
  }

  /** What the months before the start came to, all workplaces of an arm together. */
  @Get('baseline')
  @Permit(contractPolicy, 'contract.read')
  async baseline(@CurrentActor() actor: HatActor, @Id() id: string): Promise<BaselineView> {
    return this.contracts.baseline(actor, id);
  }

  /** Begins a draft: the first from what the partnership is, each later one (an addendum) from what was agreed. */
  @Post('versions')
  @Permit(contractPolicy, 'contract.draft')
  async start(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ContractVersionView> {
    return this.contracts.version(actor, id, await this.drafts.start(actor, id));
  }

  @Get('versions/:version')
  @Permit(contractPolicy, 'contract.read')
  async version(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
  ): Promise<ContractVersionView> {
    return this.contracts.version(actor, id, version);
  }

  /** What a version says otherwise than another. */
  @Get('versions/:version/changes')
  @Permit(contractPolicy, 'contract.read')
  async changes(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
    @Query() query: ChangesQuery,
  ): Promise<ContractChangesView> {
    return this.contracts.changes(actor, id, { version, ...query });
  }

  @Put('versions/:version')
  @Permit(contractPolicy, 'contract.draft')
  async save(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
    @Body() body: SaveContractDto,
  ): Promise<ContractVersionView> {
    await this.drafts.save(actor, id, version, body);
    return this.contracts.version(actor, id, version);
  }

  @Delete('versions/:version')
  @HttpCode(204)
  @Permit(contractPolicy, 'contract.draft')
  async discard(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
  ): Promise<void> {
    await this.drafts.discard(actor, id, version);
  }

  /** Asks the other parties to agree. */
  @Post('versions/:version/proposal')
  @HttpCode(200)
  @Permit(contractPolicy, 'contract.draft')
  async propose(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
  ): Promise<ContractVersionView> {
    await this.agreements.propose(actor, id, version);
    return this.contracts.version(actor, id, version);
  }

  /** Back to a draft: taken back, or sent back by another party. */
  @Delete('versions/:version/proposal')
  @Permit(contractPolicy, 'contract.agree')
  async sendBack(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
  ): Promise<ContractVersionView> {
    await this.agreements.sendBack(actor, id, version);
    return this.contracts.version(actor, id, version);
  }

  /** Another person of another party agrees to the text that was read. */
  @Post('versions/:version/agreement')
  @HttpCode(200)
  @Permit(contractPolicy, 'contract.agree')
  async agree(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Counted('version') version: number,
    @Body() body: AgreeDto,
  ): Promise<ContractVersionView> {
    await this.agreements.agree(actor, id, { version, ...body });
    return this.contracts.version(actor, id, version);
  }
}
