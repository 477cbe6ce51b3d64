import type { IntroductionReason } from '../../onboarding/index.js';
import { earlier, later } from '../../shared/local-date.js';
import type { Reason, Responsible } from './reason.js';

/** The leader is told of what a buddy has not done: the buddy has no worklist. HR where the leader has none either. */
const toldOf = (
  { responsible, leaderPersonId }: IntroductionReason,
  leaders: ReadonlySet<string>,
): Responsible =>
  responsible.role !== 'hr' && leaderPersonId !== null && leaders.has(leaderPersonId)
    ? 'line-manager'
    : 'hr-manager';

/** One reason for whoever is told, of all that somebody's introduction has of a kind. */
export const reasonsOfIntroductions = (
  found: readonly IntroductionReason[],
  leaders: ReadonlySet<string>,
): Reason[] => {
  const reasons = new Map<string, Reason>();
  for (const one of found) {
    const responsible = toldOf(one, leaders);
    const key = `${one.kind} ${one.employmentId} ${responsible}`;
    const known = reasons.get(key);
    reasons.set(key, {
      rule: one.kind,
      unitId: one.unitId,
      personId: one.personId,
      employmentId: one.employmentId,
      responsible,
      since: known ? later(known.since, one.latest) : one.latest,
      from: known ? earlier(known.from, one.since) : one.since,
      to: known ? later(known.to, one.latest) : one.latest,
      facts: { count: (known?.facts.count ?? 0) + one.count, spells: [] },
    });
  }
  return [...reasons.values()];
};
