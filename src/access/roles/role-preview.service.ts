import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { notFound } from '../../platform/http/problem.js';
import { PERMIT } from '../../platform/http/public.js';
import { audit } from '../audit.js';
import { ROLES, type HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { byResource, hiddenFrom, permissionsOf, REACH_OF, type Asked } from './role-reach.js';
import type { RoleView } from './roles.view.js';

type Handler = (...parameters: readonly unknown[]) => unknown;

/** Shows what a role would see, from what the routes themselves ask for, so that it cannot say anything else than they do. */
@Injectable()
export class RolePreview {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
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
    const permissions = permissionsOf(role, this.askedByRoutes());
    const reach = REACH_OF[role];
    return { role, reach, items: byResource(permissions), hidden: hiddenFrom(reach, permissions) };
  }

  private askedByRoutes(): Asked[] {
    return this.discovery.getControllers().flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => prototype[method])
        .flatMap((handler) => (handler ? this.askedBy(handler) : []));
    });
  }

  private askedBy(handler: Handler): Asked[] {
    const permit = this.reflector.get<Asked | 'public' | 'signed-in' | undefined>(PERMIT, handler);
    return typeof permit === 'object' ? [permit] : [];
  }
}
