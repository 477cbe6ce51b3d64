import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { notFound } from '../platform/http/problem.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { preparedRow, type Prepared } from '../platform/database/prepared.js';
import { inTransaction, type Reach } from '../platform/database/transaction.js';
import { isUuid } from '../shared/ids.js';
import type { LocalDate } from '../shared/local-date.js';
import { isProvider, type Actor, type HatActor, type SystemActor } from './domain/actor.js';

type Work<T> = (tx: Tx) => Promise<T>;

/**
 * The only ways to the database. Each opens one transaction, names in it what row level security lets it see,
 * and hands out the branded `tx` that every query needs.
 */
@Injectable()
export class Doors {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Into one tenant: the hat's own employer, or any for the product itself. @throws Problem 404 for another's. */
  async within<T>(actor: Actor, tenantId: string, work: Work<T>): Promise<T> {
    if (!isUuid(tenantId)) throw notFound();
    if (actor.kind === 'hat' && actor.tenantId !== tenantId) throw notFound();
    return this.open({ tenants: [tenantId] }, work);
  }

  /**
   * Into every employer that has given this consultant's provider a mandate in force today.
   * The mandate's units stay a required join: see `people` for the reach of a hat.
   */
  async acrossMandates<T>(actor: HatActor, work: Work<T>): Promise<T> {
    if (!actor.providerId) throw notFound();
    const tenants = await this.system('find the mandates of a provider', (tx) =>
      rows<{ tenant_id: string }>(
        tx,
        'select distinct tenant_id from mandates where provider_id = $1 and valid @> $2::date',
        [actor.providerId, this.clock.today()],
      ),
    );
    return this.open({ tenants: tenants.map((mandate) => mandate.tenant_id) }, work);
  }

  /**
   * Into every employer that some of one user's hats reach on a day: for what the product itself gathers for the user,
   * where no single hat is worn.
   */
  async acrossHats<T>(
    _actor: SystemActor,
    { hats, on }: { readonly hats: readonly HatActor[]; readonly on: LocalDate },
    work: Work<T>,
  ): Promise<T> {
    const own = hats.flatMap((hat) => hat.tenantId ?? []);
    const mandated = await this.system('find the mandates of some providers', (tx) =>
      rows<{ tenant_id: string }>(
        tx,
        'select distinct tenant_id from mandates where provider_id = any ($1::uuid[]) and valid @> $2::date',
        [hats.flatMap((hat) => hat.providerId ?? []), on],
      ),
    );
    const tenants = new Set([...own, ...mandated.map((mandate) => mandate.tenant_id)]);
    return this.open({ tenants: [...tenants] }, work);
  }

  /** The door of the hat: its own employer, or those that mandate its provider. */
  async enter<T>(actor: HatActor, work: Work<T>): Promise<T> {
    if (isProvider(actor)) return this.acrossMandates(actor, work);
    if (!actor.tenantId) throw notFound();
    return this.within(actor, actor.tenantId, work);
  }

  /** Into one partnership's contract and released packs, which hold ids and aggregates only. */
  async partnership<T>(actor: Actor, partnershipId: string, work: Work<T>): Promise<T> {
    if (!isUuid(partnershipId)) throw notFound();
    if (actor.kind === 'hat' && actor.partnershipId !== partnershipId) throw notFound();
    return this.open({ partnerships: [partnershipId] }, work);
  }

  /** Users, sessions, tokens, tenant ids, mails and the outbox, and no tenant's own rows. */
  async system<T>(purpose: string, work: Work<T>): Promise<T> {
    if (!purpose) throw new Error('the system door wants a purpose');
    return this.open({ system: true }, work);
  }

  /** Asks a function of the database that opens and shuts the system door itself: for what every request asks. */
  async ask<T>(question: Prepared, values: readonly unknown[]): Promise<T | null> {
    return preparedRow<T>(this.source, question, values);
  }

  private open<T>(reach: Reach, work: Work<T>): Promise<T> {
    return inTransaction(this.source, reach, work);
  }
}
