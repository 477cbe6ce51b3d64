import type { HatActor, Role } from '../../access/index.js';
import { audienceOf, isUrgent, type Rule } from '../../signals/index.js';

/** What there is to tell of a signal: that it was raised or warned of, or that no consultant has taken it in time. */
export interface Happening {
  readonly kind: 'raised' | 'left-unclaimed';
  readonly rule: Rule;
  readonly unitId: string;
  /** Of an introduction: who alone is told. */
  readonly responsible?: 'line-manager' | 'hr-manager' | null;
  /** Who leads the employee, or the unit that it is about, on the day of telling; null where nobody is known. */
  readonly managerPersonId: string | null;
  /** Whether the employee's objection keeps it from every provider. */
  readonly paused?: boolean;
}

/** What a provider's mandate in force lets it know of. */
export interface MandateInForce {
  readonly providerId: string;
  readonly rules: readonly string[];
  /** The units that it names and those below them. */
  readonly unitIds: readonly string[];
}

/** The hats that could be told of an employer's signals: its own, and those of its providers. */
export interface PeopleAround {
  readonly hats: readonly HatActor[];
  readonly mandates: readonly MandateInForce[];
}

/** Whose hats are told of anything. */
export const RECIPIENT_ROLES = [
  'line-manager',
  'hr-manager',
  'retention-consultant',
  'team-lead',
] as const satisfies readonly Role[];

export interface Told {
  readonly hatIds: readonly string[];
  /** To be mailed at once. */
  readonly urgent: boolean;
}

/**
 * Who is told of a happening (definitions 4.1, 4.2, 4.8). Of a rule its audience, human resources in the place of a line
 * manager who is not known or has no hat; of a signal left unclaimed the team lead and human resources. A provider's
 * people only where a mandate of theirs names both unit and rule (5.2). Of an introduction the responsible alone (8.4).
 */
export const whoIsTold = ({ hats, mandates }: PeopleAround): ((happening: Happening) => Told) => {
  const humanResources = hats.filter((hat) => hat.role === 'hr-manager').map((hat) => hat.hatId);
  const leaders = hats.filter((hat) => hat.role === 'line-manager' && hat.personId !== null);
  const permits = mandates.map((mandate) => ({ ...mandate, units: new Set(mandate.unitIds) }));

  const ofProviders = (role: Role, { rule, unitId, paused }: Happening): string[] => {
    if (paused) return [];
    const providers = new Set(
      permits
        .filter(({ rules, units }) => rules.includes(rule.name) && units.has(unitId))
        .map(({ providerId }) => providerId),
    );
    return hats
      .filter((hat) => hat.role === role && hat.providerId !== null && providers.has(hat.providerId))
      .map((hat) => hat.hatId);
  };

  return (happening) => {
    const { kind, rule, managerPersonId } = happening;
    if (kind === 'left-unclaimed')
      return { hatIds: [...ofProviders('team-lead', happening), ...humanResources], urgent: false };
    const audience = audienceOf(rule);
    const leading = leaders.filter((hat) => hat.personId === managerPersonId);
    if (happening.responsible) {
      const alone = happening.responsible === 'line-manager' ? leading.map((hat) => hat.hatId) : [];
      return { hatIds: alone.length > 0 ? alone : humanResources, urgent: false };
    }
    const hatIds = [
      ...leading.map((hat) => hat.hatId),
      ...(audience.includes('hr-manager') || leading.length === 0 ? humanResources : []),
      ...(audience.includes('retention-consultant') ? ofProviders('retention-consultant', happening) : []),
    ];
    return { hatIds, urgent: isUrgent(rule) };
  };
};
