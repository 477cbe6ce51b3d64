import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Doors, type SystemActor } from '../../access/index.js';
import { change, row } from '../../platform/database/rows.js';
import { conflict, invalidField, Problem } from '../../platform/http/problem.js';

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Benefit authorities: tenants of a kind of their own, with no path to any employer (definitions 5.4). */
@Injectable()
export class AuthoritiesService {
  constructor(private readonly doors: Doors) {}

  /** A new tenant with its authority. Returns the tenant's id. @throws Problem 400, 409 */
  async createAuthority(actor: SystemActor, { slug, name }: { slug: string; name: string }): Promise<string> {
    if (!SLUG.test(slug))
      throw invalidField('slug', 'slug-form', 'A slug has small letters, digits and hyphens, at most 63.');
    if (name.trim() === '') throw invalidField('name', 'empty', 'An authority has a name.');
    const tenantId = randomUUID();
    await this.doors.within(actor, tenantId, async (tx) => {
      const made = await change(
        tx,
        `insert into tenants (id, kind, slug, name) values ($1, 'benefit-authority', $2, $3) on conflict (slug) do nothing`,
        [tenantId, slug, name.trim()],
      );
      if (made === 0) throw conflict('slug-taken', 'Another tenant has this slug.');
      await change(tx, 'insert into benefit_authorities (tenant_id, name) values ($1, $2)', [
        tenantId,
        name.trim(),
      ]);
    });
    return tenantId;
  }

  /** The id of the authority that a slug names. @throws Problem 404 */
  async tenantBySlug(slug: string): Promise<string> {
    const found = await this.doors.system('find an authority by its slug', (tx) =>
      row<{ id: string }>(tx, `select id from tenants where slug = $1 and kind = 'benefit-authority'`, [
        slug,
      ]),
    );
    if (!found) throw new Problem(404, 'unknown-authority', `There is no benefit authority "${slug}".`);
    return found.id;
  }
}
