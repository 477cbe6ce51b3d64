import { TrialsService } from '../../../src/outcomes/lab/trials.service.js';
import type { World } from './world.js';

/** Terms that a member of a partnership may try, on published figures. */
export const TRIAL = {
  basis: 'published',
  treated: [],
  compared: [],
  size: { treatedUnits: 12, comparedUnits: 12, personsPerUnit: 40 },
  choice: 'chosen',
  measure: 'spells',
  rule: 'point',
  threshold: 0.075,
  level: 0.05,
  tau: 0.05,
  count: null,
  target: 0.1,
  money: {
    purse: 'employer',
    rate: 200_000,
    costs: 0,
    share: '0.5',
    attribution: '1',
    periodCap: null,
  },
} as const;

export const trialAt = async (world: World, partnershipId: string): Promise<string> => {
  const member = await world.app.make.hat('steering-member', { partnershipId });
  const { id } = await world.app.nest.get(TrialsService).make(member, partnershipId, TRIAL);
  return id;
};
