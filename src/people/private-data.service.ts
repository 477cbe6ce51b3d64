import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../access/index.js';
import { change, row } from '../platform/database/rows.js';
import { notFound } from '../platform/http/problem.js';
import { Cipher } from '../platform/storage/cipher.js';
import { maskedCpr } from './domain/cpr.js';
import { findReached } from './people.queries.js';
import { findPrivateData } from './private-data.queries.js';
import type { DecideCprDto } from './private-data.dto.js';
import type { CprDecisionView, PrivateDataView } from './private-data.view.js';

const PURPOSE = 'contact with employees on sick leave';

const DECISION = `
  select coalesce(d.kept, e.sector <> 'private') as kept, e.sector <> 'private' as "keptByDefault", d.reason,
    d.decided_at as "decidedAt",
    (select count(*) from person_details p where p.tenant_id = $1 and p.cpr_hash is not null)::int as people
  from employers e left join cpr_decisions d on d.tenant_id = e.tenant_id where e.tenant_id = $1`;

const FORGET = `update person_details set cpr_cipher = null, cpr_hash = null, details_hash = null
  where tenant_id = $1 and cpr_hash is not null`;

/** Employees' CPR numbers and private phone numbers and addresses, and whether CPR numbers are kept at all. */
@Injectable()
export class PrivateDataService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /** @throws Problem 404 for a person out of reach */
  async get(actor: HatActor, personId: string): Promise<PrivateDataView> {
    return this.doors.enter(actor, async (tx) => {
      const reached = await findReached(tx, actor, this.clock.today(), personId);
      if (!reached) throw notFound();
      const { tenantId } = reached;
      const data = await findPrivateData(tx, this.cipher, { tenantId, personId });
      await audit(tx, actor, {
        tenantId,
        action: 'person.private-data.read',
        subjectType: 'person',
        subjectIds: [personId],
        purpose: PURPOSE,
      });
      const { cpr = null, phone = null, email = null } = data ?? {};
      return { maskedCpr: cpr === null ? null : maskedCpr(cpr), phone, email };
    });
  }

  async decision(actor: HatActor): Promise<CprDecisionView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = await row<CprDecisionView>(tx, DECISION, [tenantId]);
      if (!found) throw notFound();
      return found;
    });
  }

  /** Decides whether CPR numbers are kept. Those on record are forgotten at once where they no longer are. */
  async decide(actor: HatActor, { kept, reason }: DecideCprDto): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      await change(
        tx,
        `insert into cpr_decisions (tenant_id, kept, reason, decided_at, decided_by_hat) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id) do update set kept = $2, reason = $3, decided_at = $4, decided_by_hat = $5`,
        [tenantId, kept, reason, this.clock.now(), actor.hatId],
      );
      const forgotten = kept ? 0 : await change(tx, FORGET, [tenantId]);
      await audit(tx, actor, {
        tenantId,
        action: 'cpr.decide',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: 'lawful processing of CPR numbers',
        detail: { kept, forgotten },
      });
    });
  }
}

const employerOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
