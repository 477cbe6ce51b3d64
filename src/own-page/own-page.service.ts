import { Injectable } from '@nestjs/common';
import {
  audit,
  Doors,
  HatsService,
  listLookUps,
  PersonalDataHolders,
  purposeIn,
  type HatActor,
  type LookUp,
  type PersonKey,
} from '../access/index.js';
import { row, type Tx } from '../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import { notFound } from '../platform/http/problem.js';
import { audienceOf, findRule, listOwnSignals, pausedSince, type OwnSignal } from '../signals/index.js';
import { isNameShown } from './domain/request.js';
import { sectionsIn } from './held-words.js';
import { ownKeyOf } from './own-key.js';
import type { LookUpPage, OwnPageView, OwnSignalState, OwnSignalView } from './own-page.view.js';
import { namesGrantedAt } from './requests.repository.js';

const PURPOSE = 'the employee’s own page';

/** Everything that the product holds about an employee, shown to that employee and to nobody else by this way. */
@Injectable()
export class OwnPageService {
  constructor(
    private readonly doors: Doors,
    private readonly hats: HatsService,
    private readonly holders: PersonalDataHolders,
  ) {}

  /** @throws Problem 404 for a user who is linked to no employee */
  async read(actor: HatActor): Promise<OwnPageView> {
    return this.enter(actor, 'own-page.read', async (tx, key) => {
      const person = await row<{ name: string; employerName: string }>(
        tx,
        `select people.name, employers.name as "employerName" from people
         join employers on employers.tenant_id = people.tenant_id where people.tenant_id = $1 and people.id = $2`,
        [key.tenantId, key.personId],
      );
      if (!person) throw notFound();
      const sections = await this.holders.describe(tx, key);
      return {
        ...person,
        sections: sectionsIn(actor.language, sections),
        pausedSince: await pausedSince(tx, key),
      };
    });
  }

  async signals(actor: HatActor): Promise<OwnSignalView[]> {
    return this.enter(actor, 'own-page.signals', async (tx, key) =>
      (await listOwnSignals(tx, key)).map(signalView),
    );
  }

  async lookUps(actor: HatActor, query: PageQuery): Promise<LookUpPage> {
    const { page, pageSize } = query;
    const found = await this.enter(actor, 'own-page.look-ups', async (tx, key) => ({
      ...(await listLookUps(tx, key, { limit: pageSize, offset: offsetOf(query) })),
      grantedAt: await namesGrantedAt(tx, key),
    }));
    const { items, grantedAt, total } = found;
    const named = items.filter(({ at, hatId }) => hatId !== null && isNameShown(at, grantedAt));
    const names = await this.hats.names([...new Set(named.flatMap(({ hatId }) => hatId ?? []))]);
    const nameOf = ({ at, hatId }: LookUp): string | null =>
      hatId !== null && isNameShown(at, grantedAt) ? (names.get(hatId) ?? null) : null;
    return {
      items: items.map((lookUp) => ({
        id: lookUp.id,
        at: lookUp.at,
        role: lookUp.role,
        name: nameOf(lookUp),
        action: lookUp.action,
        purpose: purposeIn(actor.language, lookUp.purpose),
        denied: lookUp.outcome === 'denied',
      })),
      total,
      page,
      pageSize,
    };
  }

  private enter<T>(
    actor: HatActor,
    action: string,
    work: (tx: Tx, key: PersonKey) => Promise<T>,
  ): Promise<T> {
    const key = ownKeyOf(actor);
    return this.doors.within(actor, key.tenantId, async (tx) => {
      await audit(tx, actor, {
        tenantId: key.tenantId,
        action,
        subjectType: 'person',
        subjectIds: [key.personId],
        purpose: PURPOSE,
      });
      return work(tx, key);
    });
  }
}

const stateOf = ({ actedOn, reasonEndedOn, withdrawnOn }: OwnSignal): OwnSignalState => {
  if (withdrawnOn !== null) return 'withdrawn';
  if (actedOn !== null) return 'acted';
  return reasonEndedOn === null ? 'open' : 'ended';
};

const signalView = (signal: OwnSignal): OwnSignalView => {
  const rule = findRule(signal.rule);
  return {
    id: signal.id,
    rule: signal.rule,
    raisedOn: signal.raisedOn,
    windowFrom: signal.reasonFrom,
    windowTo: signal.reasonTo,
    count: signal.facts.count,
    spells: signal.facts.spells.map(({ firstOn, lastOn }) => ({ firstOn, lastOn })),
    state: stateOf(signal),
    recipients: rule ? [...audienceOf(rule)] : [],
    clause: rule?.kind === 'deadline' ? rule.deadline.clause : null,
  };
};
