import { Global, Module } from '@nestjs/common';
import { PartyCircle } from '../access/index.js';
import { BarriersController } from './barriers/barriers.controller.js';
import { BarriersService } from './barriers/barriers.service.js';
import { CapitalController } from './capital/capital.controller.js';
import { CapitalService } from './capital/capital.service.js';
import { IndicatorCellsService } from './cells/indicator-cells.service.js';
import { BaselinesService } from './contract/baselines.service.js';
import { ContractAgreementsService } from './contract/contract-agreements.service.js';
import { ContractDraftsService } from './contract/contract-drafts.service.js';
import { ContractProcessor } from './contract/contract.processor.js';
import { ContractsController } from './contract/contracts.controller.js';
import { ContractsService } from './contract/contracts.service.js';
import { MembersService } from './contract/members.service.js';
import { PartyMembers } from './contract/party-members.service.js';
import { PlaceMemberProcessor } from './contract/place-member.processor.js';
import { EvaluatorsService } from './evaluators.service.js';
import { IndicatorReleasesService } from './release/indicator-releases.service.js';
import { PartnershipsController } from './partnerships.controller.js';
import { PartnershipsService } from './partnerships.service.js';
import { HelpFactsService } from './tracks/release/help-facts.service.js';
import { TrackFactsService } from './tracks/release/track-facts.service.js';
import { TrackReleasesController } from './tracks/release/track-releases.controller.js';
import { TrackReleasesService } from './tracks/release/track-releases.service.js';
import { TracksModule } from './tracks/tracks.module.js';

/** Global for the circle that `access` asks who speaks for the same party. */
@Global()
@Module({
  imports: [TracksModule],
  controllers: [
    PartnershipsController,
    ContractsController,
    CapitalController,
    BarriersController,
    TrackReleasesController,
  ],
  providers: [
    BarriersService,
    CapitalService,
    ContractsService,
    BaselinesService,
    ContractAgreementsService,
    ContractDraftsService,
    ContractProcessor,
    EvaluatorsService,
    HelpFactsService,
    IndicatorCellsService,
    IndicatorReleasesService,
    MembersService,
    PartnershipsService,
    PlaceMemberProcessor,
    { provide: PartyCircle, useClass: PartyMembers },
    TrackFactsService,
    TrackReleasesService,
  ],
  exports: [
    BarriersService,
    BaselinesService,
    CapitalService,
    ContractAgreementsService,
    ContractDraftsService,
    ContractsService,
    EvaluatorsService,
    IndicatorCellsService,
    IndicatorReleasesService,
    MembersService,
    PartnershipsService,
    PartyCircle,
    TrackReleasesService,
    TracksModule,
  ],
})
export class PartnershipsModule {}
