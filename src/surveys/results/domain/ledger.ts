import type { SurveyReleaseLine } from '../../../disclosure/index.js';
import { COMMENTS, itemKey, scaleKey } from './decisions.js';
import type { FrozenUnit } from './frozen.js';

/** What of a round left the house, and why the rest did not, as the release ledger keeps it. */
export const ledgerOf = (units: readonly FrozenUnit[]): SurveyReleaseLine[] =>
  units.map(({ place, last, unitId, groups, scales, items, comments }) => ({
    place,
    last,
    unitId,
    groups,
    decisions: {
      ...Object.fromEntries(scales.map(({ id, reason }) => [scaleKey(id), reason])),
      ...Object.fromEntries(items.map(({ id, reason }) => [itemKey(id), reason])),
      [COMMENTS]: comments ? null : 'too-few-answers',
    },
  }));
