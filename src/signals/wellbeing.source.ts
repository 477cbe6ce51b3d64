import { listStandingDrops } from '../surveys/index.js';
import { addDays } from '../shared/local-date.js';
import { reasonsOfDrops } from './domain/wellbeing-reasons.js';
import type { ReasonSource } from './reason-sources.js';

/** A fall is news for half a year at most, where no further round comes. */
const DAYS_NEWS = 183;

/** Units whose survey results have fallen surely and by enough since the round before (definitions 8.6). */
export const wellbeingSource: ReasonSource = async (tx, { tenantId, on }) => ({
  rules: ['wellbeing-drop'],
  reasons: reasonsOfDrops(await listStandingDrops(tx, tenantId, addDays(on, -DAYS_NEWS))),
  weighedAgain: null,
});
