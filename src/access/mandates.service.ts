import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../platform/http/problem.js';
import { addDays, later, type LocalDate } from '../shared/local-date.js';
import { accessPolicy } from './access.policy.js';
import { audit } from './audit.js';
import type { Actor, HatActor } from './domain/actor.js';
import {
  missingGround,
  missingNotice,
  reachesFurther,
  stateOn,
  unmandatedRule,
  widerPart,
  type MandateScope,
} from './domain/mandate.js';
import { abilities } from './domain/policy.js';
import { Doors } from './doors.js';
import {
  endMandate,
  findRecipientNotice,
  insertMandate,
  listInForce,
  listMandates,
  listProviders,
  listScopesInForce,
  lockMandate,
  withUnitsBelow,
  type MandateTerms,
  type Provider,
  type StoredMandate,
} from './mandates.repository.js';
import type { MandatePage, MandateView, OwnMandateView } from './mandates.view.js';

type Optional = 'partnershipId' | 'agreementReference' | 'basis' | 'informedOn' | 'fields' | 'to';
export type NewMandate = Omit<MandateTerms, Optional> & Partial<Pick<MandateTerms, Optional>>;

/** Mandates: granted, narrowed and ended by an employer's administrator, or by the operator for an employer. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /** Whom a mandate can be given to. */
  providers(): Promise<Provider[]> {
    return this.doors.system('list the providers that a mandate can be given to', listProviders);
  }

  async list(actor: HatActor): Promise<MandatePage> {
    const tenantId = employerOf(actor);
    const found = await this.doors.within(actor, tenantId, (tx) => listMandates(tx, tenantId));
    const items = await this.view(found);
    return {
      items,
      page: 1,
      pageSize: items.length,
      total: items.length,
      abilities: abilities(accessPolicy, actor),
    };
  }

  /** What a consultant works under today. */
  async listOwn(actor: HatActor): Promise<OwnMandateView[]> {
    const { providerId } = actor;
    if (!providerId) throw notFound();
    const found = await this.doors.acrossMandates(actor, (tx) =>
      listInForce(tx, providerId, this.clock.today()),
    );
    const employers = await this.doors.system('name the employers of mandates', (tx) =>
      rows<{ id: string; name: string }>(tx, 'select id, name from tenants where id = any ($1::uuid[])', [
        found.map(({ tenantId }) => tenantId),
      ]),
    );
    const names = new Map(employers.map(({ id, name }) => [id, name]));
    return found.map(({ tenantId, id, processingRole, purpose, unitIds, rules, fields, from, to }) => ({
      id,
      employerName: names.get(tenantId) ?? '',
      processingRole,
      purpose,
      unitIds: [...unitIds],
      rules: [...rules],
      fields: [...fields],
      from: from ?? '',
      to,
    }));
  }

  /** Returns the mandate's id. @throws Problem 400 for one that lacks what would make it active */
  async grant(actor: Actor, tenantId: string, given: NewMandate): Promise<string> {
    const terms = { ...LEFT_OUT, ...given };
    assertWhole(terms);
    const provider = (await this.providers()).find(({ id }) => id === terms.providerId);
    if (!provider) throw invalidField('providerId', 'unknown', 'There is no such provider.');
    const missing = missingGround(terms, provider.affiliation);
    if (missing) throw invalidField(missing, 'empty', 'A mandate without it is not in force.');
    return this.doors.within(actor, tenantId, async (tx) => {
      await this.assertTold(tx, tenantId, terms);
      const id = await insertMandate(tx, tenantId, { ...terms, followsId: null }).catch(asProblem);
      await this.note(tx, actor, { tenantId, id }, 'mandate.grant');
      return id;
    });
  }

  /**
   * From today on the mandate reaches less: it ends, and another with the lesser scope follows it.
   * @throws Problem 400 where a part is wider than before, 404, 409 for one that has ended
   */
  async narrow(actor: HatActor, id: string, scope: MandateScope): Promise<MandateView> {
    const followed = await this.change(actor, id, 'mandate.narrow', async (tx, { tenantId, mandate }) => {
      const unitIds = await withUnitsBelow(tx, tenantId, mandate.unitIds, this.clock.today());
      assertMandated(scope.rules);
      const part = widerPart(scope, { ...mandate, unitIds });
      if (part) throw invalidField(part, 'wider', 'A mandate is narrowed here. Grant another to widen it.');
      const today = this.clock.today();
      await endMandate(tx, { tenantId, id }, today);
      const from = later(today, mandate.from);
      if (scope.to !== null && scope.to < from)
        throw invalidField('to', 'reversed-dates', 'It ends before it begins.');
      return insertMandate(tx, tenantId, { ...mandate, ...scope, from, followsId: id });
    });
    return this.get(actor, followed);
  }

  /** Ends a mandate after a day, or at once. @throws Problem 400 for a day that has passed, 404, 409 */
  async end(actor: HatActor, id: string, lastOn: LocalDate | null): Promise<MandateView> {
    const today = this.clock.today();
    await this.change(actor, id, 'mandate.end', async (tx, { tenantId, mandate }) => {
      const part = lastOn !== null && widerPart({ ...mandate, to: lastOn }, mandate);
      if (part || (lastOn !== null && lastOn < today))
        throw invalidField('lastOn', 'not-ahead', 'It ends today or later, and not after the day agreed on.');
      await endMandate(tx, { tenantId, id }, lastOn === null ? today : addDays(lastOn, 1));
    });
    return this.get(actor, id);
  }

  /** Once signals are raised, a new recipient repeats the employees' notice; before, the record of going live tells. */
  private async assertTold(tx: Tx, tenantId: string, terms: MandateTerms): Promise<void> {
    const today = this.clock.today();
    const noticeDays = await findRecipientNotice(tx, tenantId, today);
    if (noticeDays === null) return;
    const { providerId } = terms;
    const standing = await listScopesInForce(tx, { tenantId, providerId, on: today });
    const missing = reachesFurther(terms, standing) ? missingNotice(terms, today, noticeDays) : null;
    if (missing === 'not-told')
      throw invalidField('informedOn', 'not-told', 'A new recipient of signals is told of before.');
    if (missing === 'told-later')
      throw invalidField('informedOn', 'in-the-future', 'This is recorded once it has happened.');
    if (missing === 'running')
      throw invalidField('from', 'notice-runs', `The employees’ notice runs for ${noticeDays} days.`);
  }

  private async get(actor: HatActor, id: string): Promise<MandateView> {
    const found = (await this.list(actor)).items.find((mandate) => mandate.id === id);
    if (!found) throw notFound();
    return found;
  }

  private change<T>(
    actor: HatActor,
    id: string,
    action: string,
    work: (tx: Tx, found: { tenantId: string; mandate: StoredMandate & { from: LocalDate } }) => Promise<T>,
  ): Promise<T> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const mandate = await lockMandate(tx, tenantId, id);
      if (!mandate) throw notFound();
      const { from } = mandate;
      if (from === null || stateOn(this.clock.today(), mandate) === 'ended')
        throw conflict('mandate-ended', 'This mandate has ended.');
      const done = await work(tx, { tenantId, mandate: { ...mandate, from } });
      await this.note(tx, actor, { tenantId, id }, action);
      return done;
    });
  }

  private async view(found: readonly StoredMandate[]): Promise<MandateView[]> {
    const providers = new Map((await this.providers()).map((provider) => [provider.id, provider]));
    return found.map((mandate) => {
      const provider = providers.get(mandate.providerId);
      const { name = '', affiliation = 'provider' } = provider ?? {};
      return {
        ...mandate,
        unitIds: [...mandate.unitIds],
        rules: [...mandate.rules],
        fields: [...mandate.fields],
        providerName: name,
        affiliation,
        state: stateOn(this.clock.today(), mandate),
      };
    });
  }

  private note(
    tx: Tx,
    actor: Actor,
    { tenantId, id }: { tenantId: string; id: string },
    action: string,
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'mandate',
      subjectIds: [id],
      purpose: 'control of access',
    });
  }
}

const LEFT_OUT = {
  partnershipId: null,
  agreementReference: null,
  basis: null,
  informedOn: null,
  fields: [],
  to: null,
};

const assertMandated = (rules: readonly string[]): void => {
  const rule = unmandatedRule(rules);
  if (rule) throw invalidField('rules', 'not-for-consultants', `${rule} is shown to no consultant.`);
};

const assertWhole = (terms: MandateTerms): void => {
  if (terms.unitIds.length === 0) throw invalidField('unitIds', 'empty', 'A mandate names its units.');
  if (terms.rules.length === 0) throw invalidField('rules', 'empty', 'A mandate names its rules.');
  assertMandated(terms.rules);
  for (const field of ['signatory', 'purpose'] as const)
    if (terms[field].trim() === '')
      throw invalidField(field, 'empty', 'A mandate without it is not in force.');
  if (terms.to !== null && terms.to < terms.from)
    throw invalidField('to', 'reversed-dates', 'It ends before it begins.');
};

const asProblem = (fault: unknown): never => {
  const constraint = fault instanceof Error && 'constraint' in fault ? fault.constraint : '';
  if (constraint === 'mandate_unit')
    throw invalidField('unitIds', 'unknown', 'One of them is not a unit of this employer.');
  throw fault;
};

const employerOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};
