import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import { audit } from '../audit.js';
import { ROLES, type HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { RolePermissions } from './role-permissions.service.js';
import { byResource, hiddenFrom, REACH_OF } from './role-reach.js';
import type { RoleView } from './roles.view.js';

/** Shows what a role would see. */
@Injectable()
export class RolePreview {
  constructor(
    private readonly permissions: RolePermissions,
    private readonly doors: Doors,
  ) {}

  /** @throws Problem 404 for a role that there is none of */
  async of(actor: HatActor, name: string): Promise<RoleView> {
    const role = ROLES.find((known) => known === name);
    if (!role || !actor.tenantId) throw notFound();
    const { tenantId } = actor;
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action: 'role.preview',
        subjectType: 'hat',
        subjectIds: [],
        purpose: 'control of access',
        detail: { role },
      }),
    );
    const permissions = this.permissions.of(role);
    const reach = REACH_OF[role];
    return { role, reach, items: byResource(permissions), hidden: hiddenFrom(reach, permissions) };
  }
}
