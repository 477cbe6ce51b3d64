import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, rows } from '../../platform/database/rows.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import type { RoleRuleDto } from '../sso/sso.dto.js';
import { ScimAddresses } from './scim-addresses.js';
import { tenantOf } from './scim-audit.js';
import { listNames } from './scim-groups.repository.js';
import { lockDirectory, settleHats } from './scim-hats.queries.js';
import type { ScimRolesDto } from './scim.dto.js';
import type { ScimRolesView } from './scim.view.js';

/** Which roles the groups of the employer's directory give. */
@Injectable()
export class ScimRoles {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly addresses: ScimAddresses,
  ) {}

  async read(actor: HatActor): Promise<ScimRolesView> {
    const tenantId = tenantOf(actor);
    const { rules, groups } = await this.doors.within(actor, tenantId, async (tx) => ({
      rules: await rows<RoleRuleDto>(
        tx,
        'select value, role from scim_roles where tenant_id = $1 order by value, role',
        [tenantId],
      ),
      groups: await listNames(tx, tenantId),
    }));
    return { baseUrl: this.addresses.base, rules, groups };
  }

  /** Takes the place of every rule there was; roles follow at once. */
  async replace(actor: HatActor, { rules }: ScimRolesDto): Promise<void> {
    const tenantId = tenantOf(actor);
    const { given, ended } = await this.doors.system('say which roles groups give', async (tx) => {
      await lockDirectory(tx, tenantId);
      await change(tx, 'delete from scim_roles where tenant_id = $1', [tenantId]);
      await change(
        tx,
        `insert into scim_roles (tenant_id, value, role)
         select $1, value, role from unnest($2::text[], $3::text[]) as rule (value, role) on conflict do nothing`,
        [tenantId, rules.map(({ value }) => value), rules.map(({ role }) => role)],
      );
      return settleHats(tx, { tenantId, users: null, at: this.clock.now() });
    });
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action: 'scim.roles',
        subjectType: 'hat',
        subjectIds: [...given, ...ended],
        purpose: 'user administration',
        detail: { rules: rules.length, given: given.length, ended: ended.length },
      }),
    );
  }
}
