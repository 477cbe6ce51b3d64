import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { change, type Tx } from '../../platform/database/rows.js';
import { isUuid } from '../../shared/ids.js';
import { pseudonymsOf } from '../audit.js';
import { isProvider, type HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { inReach } from '../in-reach.js';
import type { KnownRequest } from '../permit.js';

/** What was asked for and refused. */
interface Refused {
  readonly action: string;
  /** The ids in its address. */
  readonly ids: readonly string[];
  readonly status: number;
}

/** What stands behind an id, where the door lets it be seen: a person, or a thing about one or about none. */
const KNOWN = `
  select tenant_id, null::uuid as subject, id as person from people where id = any ($1::uuid[]) and ${inReach('tenant_id')}
  union all select tenant_id, id, person_id from signals where id = any ($1::uuid[]) and ${inReach('tenant_id')}
  union all select tenant_id, id, person_id from cases where id = any ($1::uuid[]) and ${inReach('tenant_id')}
  union all select tenant_id, id, null from units where id = any ($1::uuid[]) and ${inReach('tenant_id')}`;

/**
 * Writes what a hat asked for and was not given, at the tenant that it was asked of: the hat's own employer, and for a
 * provider's hat each employer with a mandate that has something by that id. What is nobody's is told by its number
 * only: the id may be another employer's.
 */
@Injectable()
export class DenialsService {
  constructor(private readonly doors: Doors) {}

  async write(actor: HatActor, refused: Refused): Promise<void> {
    if (actor.tenantId === null && !isProvider(actor)) return;
    await this.doors.enter(actor, (tx) => insertDenied(tx, actor, refused));
  }
}

const insertDenied = async (tx: Tx, actor: HatActor, { action, ids, status }: Refused): Promise<void> => {
  await change(
    tx,
    `with known as materialized (${KNOWN})
     insert into audit_entries (tenant_id, hat_id, role, action, subject_type, subject_ids, people, purpose, origin,
       outcome, detail)
     select tenant, $3, $4, $5, $6,
       array(select distinct subject from known where tenant_id = tenant and subject is not null order by 1),
       ${pseudonymsOf('tenant', 'array(select person from known where tenant_id = tenant)')}, '', $7, 'denied', $8
     from (select distinct tenant_id from known union select $2::uuid) asked (tenant) where tenant is not null`,
    [
      ids,
      actor.tenantId,
      actor.hatId,
      actor.role,
      action,
      action.split('.')[0],
      actor.from ?? '',
      JSON.stringify({ status, ids: ids.length }),
    ],
  );
};

const REFUSALS = new Set([403, 404]);

/** Has every refusal to a hat written before its answer leaves, whether a guard or a service refused. */
export const writeDenials = (fastify: FastifyInstance, denials: DenialsService): void => {
  fastify.addHook('onSend', async (request, reply) => {
    const { identity, permission }: Partial<KnownRequest> = request as Partial<KnownRequest>;
    if (!identity?.actor || !permission || !REFUSALS.has(reply.statusCode)) return;
    const ids = Object.values(request.params ?? {}).filter(isUuid);
    await denials.write(identity.actor, { action: permission, ids, status: reply.statusCode });
  });
};
