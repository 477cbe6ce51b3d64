import { INTRODUCTION_REASONS, listIntroductionReasons } from '../onboarding/index.js';
import { reasonsOfIntroductions } from './domain/introduction-reasons.js';
import type { ReasonSource } from './reason-sources.js';

/** Steps that are overdue, and talks that new employees wish for. */
export const introductionSource: ReasonSource = async (tx, { tenantId, on, leaders }) => ({
  rules: INTRODUCTION_REASONS,
  reasons: reasonsOfIntroductions(await listIntroductionReasons(tx, tenantId, on), leaders),
  weighedAgain: null,
});
