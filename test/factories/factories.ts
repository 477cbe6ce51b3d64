import type { INestApplicationContext } from '@nestjs/common';
import { Doors, HatsService, systemActor, type HatActor, type Role } from '../../src/access/index.js';
import { row, type Tx } from '../../src/platform/database/rows.js';

let counter = 0;
const unique = (): string => `${process.pid}-${Date.now().toString(36)}-${(counter += 1)}`;

export interface MadeEmployment {
  readonly personId: string;
  readonly employmentId: string;
  readonly employeeNumber: string;
}

interface NewEmployment {
  readonly unitId: string;
  readonly name?: string;
  readonly number?: string;
  readonly from?: string;
  readonly to?: string;
  readonly hours?: number;
  readonly jobGroup?: string;
  readonly managerPersonId?: string;
  readonly personId?: string;
}

interface NewSpell {
  readonly employmentId: string;
  readonly from: string;
  readonly to?: string | null;
  readonly kind?: string;
  readonly degree?: number;
  readonly source?: string;
  readonly registeredOn?: string;
}

const id = (found: { id: string } | null): string => {
  if (!found) throw new Error('the factory made nothing');
  return found.id;
};

/** Makes what a test stands on, each with its own parents unless given; written straight into the tables. */
export const factories = (nest: INestApplicationContext) => {
  const doors = nest.get(Doors);
  const hats = nest.get(HatsService);
  const test = systemActor('operator command');
  const within = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    doors.within(test, tenantId, work);

  return {
    /** An employer, live from 2020 unless told otherwise. Returns its tenant's id. */
    async employer(
      options: { readonly sector?: string; readonly live?: boolean; readonly name?: string } = {},
    ) {
      const slug = `employer-${unique()}`;
      const tenantId = await doors.system('test', async (tx) =>
        id(
          await row(tx, `insert into tenants (kind, slug, name) values ('employer', $1, $2) returning id`, [
            slug,
            options.name ?? slug,
          ]),
        ),
      );
      await within(tenantId, async (tx) => {
        await tx.query('insert into employers (tenant_id, name, sector) values ($1, $2, $3)', [
          tenantId,
          options.name ?? slug,
          options.sector ?? 'municipal',
        ]);
        await tx.query('insert into signal_settings (tenant_id) values ($1)', [tenantId]);
        await tx.query('insert into go_lives (tenant_id, live_from) values ($1, $2)', [
          tenantId,
          options.live === false ? null : '1980-01-01',
        ]);
      });
      return { tenantId, slug };
    },

    /** A unit from 1980 on, under a parent or at the top. */
    async unit(
      tenantId: string,
      options: { readonly name?: string; readonly parentId?: string; readonly kind?: string } = {},
    ) {
      return within(tenantId, async (tx) => {
        const unitId = id(
          await row(tx, 'insert into units (tenant_id) values ($1) returning id', [tenantId]),
        );
        await tx.query(
          `insert into unit_versions (tenant_id, unit_id, valid, name, kind, parent_id, path)
           select $1, $2, '[1980-01-01,)', $3, $4, $5,
             coalesce((select path from unit_versions where tenant_id = $1 and unit_id = $5), '{}') || $2::uuid`,
          [
            tenantId,
            unitId,
            options.name ?? `Enhed ${unique()}`,
            options.kind ?? (options.parentId ? 'team' : 'workplace'),
            options.parentId ?? null,
          ],
        );
        return unitId;
      });
    },

    /** A person with one employment and its terms; open-ended from 2020 unless told otherwise. */
    async employment(tenantId: string, options: NewEmployment): Promise<MadeEmployment> {
      const employeeNumber = options.number ?? unique();
      const range = `[${options.from ?? '2020-01-01'},${options.to ?? ''}${options.to ? ']' : ')'}`;
      return within(tenantId, async (tx) => {
        const personId =
          options.personId ??
          id(
            await row(
              tx,
              'insert into people (tenant_id, person_key, name) values ($1, $2, $3) returning id',
              [tenantId, employeeNumber, options.name ?? `Person ${employeeNumber}`],
            ),
          );
        const employmentId = id(
          await row(
            tx,
            'insert into employments (tenant_id, person_id, employee_number, employed) values ($1, $2, $3, $4) returning id',
            [tenantId, personId, employeeNumber, range],
          ),
        );
        await tx.query(
          `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group, manager_person_id)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            tenantId,
            employmentId,
            range,
            options.unitId,
            options.hours ?? 37,
            options.jobGroup ?? '',
            options.managerPersonId ?? null,
          ],
        );
        return { personId, employmentId, employeeNumber };
      });
    },

    /** A recorded spell; own sickness from the payroll unless told otherwise. */
    async spell(tenantId: string, spell: NewSpell): Promise<string> {
      return within(tenantId, async (tx) =>
        id(
          await row(
            tx,
            `insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
             values ($1, $2, $3, $4::date, $5, $6, $7, $4::date, coalesce($8::date, $4::date), false) returning id`,
            [
              tenantId,
              spell.employmentId,
              spell.kind ?? 'own-sickness',
              spell.from,
              spell.to ?? null,
              spell.degree ?? 1,
              spell.source ?? 'payroll',
              spell.registeredOn ?? null,
            ],
          ),
        ),
      );
    },

    /** A user with one hat at an employer, a provider or a partnership. */
    async hat(
      role: Role,
      party: {
        readonly tenantId?: string;
        readonly providerId?: string;
        readonly partnershipId?: string;
        readonly personId?: string;
      },
    ): Promise<HatActor> {
      return hats.give({ role, userId: `user-${unique()}`, ...party });
    },

    async provider(affiliation: 'provider' | 'employer' | 'authority' = 'provider'): Promise<string> {
      return hats.makeProvider(`Udbyder ${unique()}`, affiliation);
    },

    /** A mandate for some units, in force from 2020 with every rule unless told otherwise. */
    async mandate(
      tenantId: string,
      options: {
        readonly providerId: string;
        readonly unitIds: readonly string[];
        readonly rules?: readonly string[];
        readonly fields?: readonly string[];
        readonly valid?: string;
      },
    ): Promise<string> {
      return within(tenantId, async (tx) => {
        const mandateId = id(
          await row(
            tx,
            `insert into mandates (tenant_id, provider_id, processing_role, agreement_reference, signatory, signed_on, purpose, rules, fields, valid)
             values ($1, $2, 'processor', 'DBA-1', 'Direktør', '2020-01-01', 'Fastholdelse', $3, $4, $5) returning id`,
            [
              tenantId,
              options.providerId,
              options.rules ?? [
                'contact-day-1',
                'contact-day-5',
                'contact-day-14',
                'contact-day-28',
                'spells-3-in-183-days',
                'days-15-in-365',
              ],
              options.fields ?? [],
              options.valid ?? '[2020-01-01,)',
            ],
          ),
        );
        await tx.query(
          'insert into mandate_units (tenant_id, mandate_id, unit_id) select $1, $2, unnest($3::uuid[])',
          [tenantId, mandateId, options.unitIds],
        );
        return mandateId;
      });
    },
  };
};

export type Factories = ReturnType<typeof factories>;
