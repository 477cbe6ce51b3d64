import { may, type HatActor } from '../../access/index.js';
import type { SpellKind } from '../../absence/index.js';
import { daysIn } from '../../shared/period.js';
import type { LocalDate } from '../../shared/local-date.js';
import { audienceOf, findRule, type Rule } from '../../signals/index.js';
import type { ContactView } from '../cases.view.js';
import { stateOf, type SignalState } from '../domain/signal-state.js';
import { worklistPolicy } from './worklist.policy.js';
import type { FoundSignal } from './worklist.queries.js';
import {
  SIGNAL_EVENTS,
  type SignalEvent,
  type SignalEventView,
  type SignalRow,
  type SignalView,
} from './worklist.view.js';

type Names = ReadonlyMap<string, string>;

/** Everything that the page of one signal shows, as found. */
export interface SeenSignal {
  readonly signal: FoundSignal;
  readonly kinds: ReadonlyMap<string, SpellKind>;
  readonly contacts: readonly (Omit<ContactView, 'recordedBy'> & { readonly hatId: string })[];
  readonly acts: readonly { readonly action: string; readonly at: Date; readonly hatId: string | null }[];
  readonly caseId: string | null;
}

/** The hats whose names a page wants. */
export const hatsOf = ({ signal, contacts, acts }: SeenSignal): string[] =>
  [signal.claimedByHat, ...contacts.map((contact) => contact.hatId), ...acts.map((act) => act.hatId)].filter(
    (id) => id !== null,
  );

/** What a hat may do with a signal as it stands; the server refuses everything else. */
const abilitiesOf = (signal: FoundSignal, state: SignalState, actor: HatActor): string[] => {
  const open = state === 'unclaimed' || state === 'claimed';
  const can: Readonly<Record<string, boolean>> = {
    'signal.claim': may(worklistPolicy, actor, 'signal.claim') && state === 'unclaimed',
    'signal.release': open && signal.claimedByHat === actor.hatId,
    'signal.reassign': may(worklistPolicy, actor, 'signal.reassign') && open,
    'signal.contact': may(worklistPolicy, actor, 'signal.contact') && state !== 'withdrawn',
  };
  return Object.keys(can).filter((ability) => can[ability]);
};

export const rowViewOf = (signal: FoundSignal, actor: HatActor, names: Names): SignalRow => {
  const state = stateOf(signal);
  const { id, rule, personId, personName, employerName, unitId, unitName, raisedOn, dueOn, learnedLate } =
    signal;
  const { claimedByHat } = signal;
  return {
    id,
    rule,
    basis: basisOf(rule),
    personId,
    personName,
    employerName,
    unitId,
    unitName,
    raisedOn,
    dueOn,
    state,
    takenBy: claimedByHat === null ? null : { id: claimedByHat, name: names.get(claimedByHat) ?? '' },
    learnedLate,
    escalated: signal.escalatedAt !== null,
    legal: findRule(rule)?.kind === 'deadline',
    abilities: abilitiesOf(signal, state, actor),
  };
};

const thresholdOf = (rule: Rule | null): number => {
  switch (rule?.kind) {
    case 'contact-day':
      return rule.day;
    case 'deadline':
      return rule.deadline.warnDaysAfterFirst.length;
    case 'spells-in-window':
    case 'days-in-window':
      return rule.threshold;
    default:
      return 0;
  }
};

const eventOf = (action: string): SignalEvent | null =>
  SIGNAL_EVENTS.find((event) => action === `signal.${event}`) ?? null;

const historyOf = ({ signal, acts }: SeenSignal, names: Names): SignalEventView[] => {
  const done = acts.flatMap(({ action, at, hatId }): SignalEventView[] => {
    const event = eventOf(action);
    return event ? [{ event, at, by: (hatId === null ? null : names.get(hatId)) ?? null }] : [];
  });
  const own = (event: SignalEvent, at: Date | null): SignalEventView[] =>
    at ? [{ event, at, by: null }] : [];
  const ended = signal.reasonEndedOn === null ? null : new Date(`${signal.reasonEndedOn}T00:00:00Z`);
  return [
    ...own('raised', signal.raisedAt),
    ...own('escalated', signal.escalatedAt),
    ...done,
    ...own('ended', ended),
    ...own('withdrawn', signal.withdrawnAt),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
};

const basisOf = (name: string): SignalRow['basis'] => {
  const kind = findRule(name)?.kind;
  return kind === 'unit' || kind === 'introduction' ? kind : 'absence';
};

const factsOf = (
  { signal, kinds }: SeenSignal,
  rule: Rule | null,
  today: LocalDate,
): SignalView['facts'] => ({
  count: signal.facts.count,
  threshold: thresholdOf(rule),
  spells: signal.facts.spells.map(({ id, firstOn, lastOn }) => ({
    firstOn,
    lastOn,
    days: daysIn({ from: firstOn, to: lastOn ?? today }),
    kind: kinds.get(id) ?? null,
  })),
  drops: (signal.facts.drops ?? []).map(({ name, interval, ...drop }) => ({
    ...drop,
    name: { ...name },
    interval: [...interval],
  })),
  chart: signal.facts.chart ? { ...signal.facts.chart } : null,
});

export const signalViewOf = (
  seen: SeenSignal,
  actor: HatActor,
  { names, today }: { readonly names: Names; readonly today: LocalDate },
): SignalView => {
  const { signal, contacts, caseId } = seen;
  const rule = findRule(signal.rule);
  const deadline = rule?.kind === 'deadline' ? rule.deadline : null;
  return {
    ...rowViewOf(signal, actor, names),
    ruleKind: rule?.kind ?? 'contact-day',
    window: { from: signal.reasonFrom, to: signal.reasonTo },
    facts: factsOf(seen, rule, today),
    recipients: rule ? [...audienceOf(rule)] : [],
    clause: deadline?.clause ?? null,
    source: deadline?.source ?? null,
    verified: deadline?.verified ?? false,
    contacts: contacts.map(({ hatId, ...contact }) => ({ ...contact, recordedBy: names.get(hatId) ?? '' })),
    caseId,
    reasonEndedOn: signal.reasonEndedOn,
    withdrawnBecause: signal.withdrawnAt === null ? null : 'correction',
    history: historyOf(seen, names),
  };
};
