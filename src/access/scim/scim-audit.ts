import { notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/database/rows.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import type { Doors } from '../doors.js';
import type { Settled } from './scim-hats.queries.js';

export const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

interface Told {
  readonly action: 'user.read' | 'user.provision' | 'user.deprovision' | 'group.read' | 'group.provision';
  readonly users: readonly { readonly id: string; readonly personId: string | null }[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const tell = (tx: Tx, actor: HatActor, { action, users, detail }: Told): Promise<void> =>
  audit(tx, actor, {
    tenantId: tenantOf(actor),
    action,
    subjectType: 'user',
    subjectIds: users.map(({ id }) => id),
    personIds: users.map(({ personId }) => personId),
    purpose: 'user administration',
    detail: detail ?? {},
  });

/** What a change of the directory came to: the change itself, and the roles given and ended by it. */
export const tellChange = async (
  doors: Doors,
  actor: HatActor,
  { given, ended, ...told }: Told & Settled,
): Promise<void> => {
  const tenantId = tenantOf(actor);
  await doors.within(actor, tenantId, async (tx) => {
    await tell(tx, actor, told);
    const hats = {
      tenantId,
      subjectType: 'hat',
      purpose: 'user administration',
      detail: { by: 'scim' },
    } as const;
    if (given.length > 0) await audit(tx, actor, { ...hats, action: 'hat.grant', subjectIds: given });
    if (ended.length > 0) await audit(tx, actor, { ...hats, action: 'hat.end', subjectIds: ended });
  });
};
