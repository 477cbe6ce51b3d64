import { Module } from '@nestjs/common';
import { AccessModule } from '../access/index.js';
import { PartnershipsModule } from '../partnerships/index.js';
import { CalculationsModule } from './calculations/calculations.module.js';
import { EffectController } from './effect/effect.controller.js';
import { EffectEstimationService } from './effect/effect-estimation.service.js';
import { EffectPlansService } from './effect/effect-plans.service.js';
import { EffectProcessor } from './effect/effect.processor.js';
import { EffectService } from './effect/effect.service.js';
import { FidelityService } from './effect/fidelity.service.js';
import { SettlementBundlesService } from './settlement/settlement-bundles.service.js';
import { SettlementDraftingService } from './settlement/settlement-drafting.service.js';
import { SettlementFactsService } from './settlement/settlement-facts.service.js';
import { SettlementProcessor } from './settlement/settlement.processor.js';
import { SettlementStepsService } from './settlement/settlement-steps.service.js';
import { SettlementsController } from './settlement/settlements.controller.js';
import { SettlementsService } from './settlement/settlements.service.js';

@Module({
  imports: [AccessModule, PartnershipsModule, CalculationsModule],
  controllers: [EffectController, SettlementsController],
  providers: [
    EffectEstimationService,
    EffectPlansService,
    EffectProcessor,
    EffectService,
    FidelityService,
    SettlementBundlesService,
    SettlementDraftingService,
    SettlementFactsService,
    SettlementProcessor,
    SettlementStepsService,
    SettlementsService,
  ],
})
export class OutcomesModule {}
