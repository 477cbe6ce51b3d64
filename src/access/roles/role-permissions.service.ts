import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PERMIT } from '../../platform/http/public.js';
import type { Role } from '../domain/actor.js';
import { permissionsOf, type Asked } from './role-reach.js';

type Handler = (...parameters: readonly unknown[]) => unknown;

/** What each role may, from what the routes themselves ask for, so that it cannot say anything else than they do. */
@Injectable()
export class RolePermissions {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  of(role: Role): string[] {
    return permissionsOf(role, this.askedByRoutes());
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
