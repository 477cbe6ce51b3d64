import type { INestApplicationContext } from '@nestjs/common';
import type { HatActor } from '../../access/index.js';
import {
  CasesService,
  CONTACT_KINDS,
  WorklistService,
  type CaseOutcome,
  type ContactKind,
} from '../../cases/index.js';
import { Clock } from '../../platform/clock.js';
import { addDays } from '../../shared/local-date.js';
import { randomStream, STREAM, pickWeighted, type Random } from '../simulator/random.js';

/** How people of the demonstration act on signals; made up, and no claim about what works. */
const HABITS = { contacted: 0.85, reached: 0.92, caseOpened: 0.35, caseClosedInAMonth: 0.4 } as const;
const PAGE = 200;
const HANDS = 4;
const OUTCOMES: readonly (readonly [CaseOutcome, number])[] = [
  ['back-at-work', 0.5],
  ['back-with-adjustments', 0.25],
  ['no-further-need', 0.15],
  ['other-job-same-employer', 0.05],
  ['declined', 0.05],
];

/** Lets HR and the consultant act on the signals of a month, through the product's own use cases. */
export const actOnSignals = async (
  context: INestApplicationContext,
  actors: { readonly hr: readonly HatActor[]; readonly consultant: HatActor },
  month: number,
): Promise<void> => {
  const random = randomStream(month, STREAM.activity);
  await closeCases(context, actors.consultant, random);
  await contactAll(context, actors.consultant, random, HABITS.caseOpened);
  for (const hr of actors.hr) await contactAll(context, hr, random, 0);
};

/** What is to be done, some at a time: each is a use case with a transaction of its own. */
const doAll = async (acts: readonly (() => Promise<void>)[]): Promise<void> => {
  const waiting = [...acts];
  const hand = async (): Promise<void> => {
    for (let act = waiting.shift(); act; act = waiting.shift()) await act();
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
};

/** A statutory deadline is met by what the statute asks for. */
const contactFor = (rule: string): ContactKind =>
  CONTACT_KINDS.find((kind) => kind === rule) ?? 'line-manager';

const contactAll = async (
  context: INestApplicationContext,
  actor: HatActor,
  random: Random,
  caseShare: number,
): Promise<void> => {
  const worklist = context.get(WorklistService);
  const today = context.get(Clock).today();
  const { items } = await worklist.list(actor, {
    state: 'unclaimed',
    basis: 'absence',
    sort: '-raisedOn',
    page: 1,
    pageSize: PAGE,
  });
  const helped = new Set<string>();
  const acts = items.flatMap(({ id, personId, rule }) => {
    if (personId === null || !random.chance(HABITS.contacted)) return [];
    const reached = random.chance(HABITS.reached);
    const helps = reached && random.chance(caseShare) && !helped.has(personId);
    if (helps) helped.add(personId);
    return [
      async () => {
        await worklist.recordContact(actor, id, { kind: contactFor(rule), heldOn: today, reached });
        if (helps) await openCase(context, actor, personId);
      },
    ];
  });
  await doAll(acts);
};

const openCase = async (
  context: INestApplicationContext,
  actor: HatActor,
  personId: string,
): Promise<void> => {
  const cases = context.get(CasesService);
  const open = await cases.list(actor, { state: 'open', personId, page: 1, pageSize: 1 });
  if (open.total > 0) return;
  const today = context.get(Clock).today();
  const { id } = await cases.open(actor, { personId });
  const agreement = 'Lederen tager en omsorgssamtale; vi aftaler hensyn i vagtplanen.';
  await cases.recordContact(actor, id, { kind: 'conversation', heldOn: today, reached: true, agreement });
  await cases.planFollowUp(actor, id, addDays(today, 21));
};

const closeCases = async (
  context: INestApplicationContext,
  actor: HatActor,
  random: Random,
): Promise<void> => {
  const cases = context.get(CasesService);
  const { items } = await cases.list(actor, { state: 'open', subject: 'person', page: 1, pageSize: PAGE });
  const closed = items.filter(() => random.chance(HABITS.caseClosedInAMonth));
  const outcomes = closed.map(({ id }) => ({ id, outcome: pickWeighted(random, OUTCOMES) }));
  await doAll(
    outcomes.map(
      ({ id, outcome }) =>
        () =>
          cases.close(actor, id, outcome),
    ),
  );
};
