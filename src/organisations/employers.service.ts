import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Doors, type SystemActor } from '../access/index.js';
import { change, row } from '../platform/database/rows.js';
import { invalidField, Problem } from '../platform/http/problem.js';

export const SECTORS = ['municipal', 'regional', 'private'] as const;
export type Sector = (typeof SECTORS)[number];

export interface NewEmployer {
  /** How commands and addresses call it: small letters, digits and hyphens. */
  readonly slug: string;
  readonly name: string;
  readonly sector: Sector;
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

@Injectable()
export class EmployersService {
  constructor(private readonly doors: Doors) {}

  /** A new tenant with its employer, the default rules and an empty go-live record. Returns the tenant's id. */
  async createEmployer(actor: SystemActor, employer: NewEmployer): Promise<string> {
    const name = employer.name.trim();
    if (!SLUG.test(employer.slug)) {
      throw invalidField('slug', 'slug-form', 'A slug has small letters, digits and hyphens, at most 63.');
    }
    if (name === '') throw invalidField('name', 'empty', 'An employer has a name.');
    const tenantId = randomUUID();
    await this.doors.within(actor, tenantId, async (tx) => {
      const made = await change(
        tx,
        `insert into tenants (id, kind, slug, name) values ($1, 'employer', $2, $3) on conflict (slug) do nothing`,
        [tenantId, employer.slug, name],
      );
      if (made === 0) throw slugTaken();
      await change(tx, 'insert into employers (tenant_id, name, sector) values ($1, $2, $3)', [
        tenantId,
        name,
        employer.sector,
      ]);
      await change(tx, 'insert into go_lives (tenant_id) values ($1)', [tenantId]);
      await change(tx, 'insert into signal_settings (tenant_id) values ($1)', [tenantId]);
    });
    return tenantId;
  }

  /** Whether there is any employer yet. */
  async hasAny(): Promise<boolean> {
    const found = await this.doors.system('see whether there is an employer', (tx) =>
      row(tx, 'select 1 from tenants limit 1'),
    );
    return found !== null;
  }

  /** The id of the employer that a slug names. @throws Problem 404 */
  async tenantBySlug(slug: string): Promise<string> {
    const found = await this.doors.system('find an employer by its slug', (tx) =>
      row<{ id: string }>(tx, `select id from tenants where slug = $1 and kind = 'employer'`, [slug]),
    );
    if (!found) throw new Problem(404, 'unknown-employer', `There is no employer "${slug}".`);
    return found.id;
  }
}

const slugTaken = (): Problem =>
  new Problem(409, 'slug-taken', 'Another employer has this slug.', [
    { field: 'slug', code: 'taken', message: 'Choose another.' },
  ]);
