import type { HatActor } from '../../access/index.js';
import type { StepDueSoon } from '../../onboarding/index.js';

/**
 * Who is reminded of a step of an introduction, one hat a user: the buddy where the buddy is a user, else the leader;
 * human resources of what is theirs, and where no leader is known.
 */
export const whoIsReminded = (hats: readonly HatActor[]): ((step: StepDueSoon) => readonly string[]) => {
  const own = hats.filter(({ tenantId }) => tenantId !== null);
  const hatsOf = (wears: (hat: HatActor) => boolean): string[] => [
    ...new Map(own.filter(wears).map(({ userId, hatId }) => [userId, hatId])).values(),
  ];
  const humanResources = hatsOf(({ role }) => role === 'hr-manager');
  return ({ role, leaderPersonId, buddyPersonId }) => {
    if (role === 'hr') return humanResources;
    const isBuddy = role === 'buddy' && buddyPersonId !== null;
    const buddies = isBuddy ? hatsOf(({ personId }) => personId === buddyPersonId) : [];
    if (buddies.length > 0) return buddies;
    const leaders = hatsOf(
      (hat) => hat.role === 'line-manager' && hat.personId !== null && hat.personId === leaderPersonId,
    );
    return leaders.length > 0 ? leaders : humanResources;
  };
};
