import { AccessHolder } from './access.holder.js';
import { ContractEndController } from './contract-end.controller.js';
import { ContractEndService } from './contract-end.service.js';
import { EndDecisions } from './end-decisions.service.js';
import { LookAfterKeys, ResealTenant } from './keys.processor.js';
import { KeysService } from './keys.service.js';
import { PersonalDataHolders } from './personal-data-holders.js';
import { RetentionController } from './retention.controller.js';
import { EraseWhatIsOver, SweepRetention } from './retention.processor.js';
import { RetentionService } from './retention.service.js';

export const PRIVACY_CONTROLLERS = [RetentionController, ContractEndController];

/** What other domains use too. */
export const PRIVACY_SERVICES = [PersonalDataHolders, KeysService, ContractEndService];

export const PRIVACY_PROVIDERS = [
  ...PRIVACY_SERVICES,
  AccessHolder,
  EndDecisions,
  RetentionService,
  EraseWhatIsOver,
  SweepRetention,
  ResealTenant,
  LookAfterKeys,
];
