import { Injectable } from '@nestjs/common';
import { change, row } from '../platform/database/rows.js';
import { invalidField } from '../platform/http/problem.js';
import type { LocalDate } from '../shared/local-date.js';
import { audit } from './audit.js';
import type { SystemActor } from './domain/actor.js';
import { Doors } from './doors.js';

/** What an employer lets a provider see and why (definitions 5.2). */
export interface NewMandate {
  readonly providerId: string;
  readonly partnershipId?: string;
  readonly processingRole: 'processor' | 'controller';
  /** The processing agreement, or the basis of a controller of its own. */
  readonly agreementReference: string;
  readonly signatory: string;
  readonly signedOn: LocalDate;
  readonly purpose: string;
  readonly unitIds: readonly string[];
  readonly rules: readonly string[];
  /** Fields beyond the usual; the kind of absence is off unless named. */
  readonly fields?: readonly string[];
  readonly from: LocalDate;
  /** The last day, inclusive; none for a mandate until further notice. */
  readonly to?: LocalDate;
}

/** Mandates, recorded by the operator for an employer; the screens for it come with roles and hats. */
@Injectable()
export class MandatesService {
  constructor(private readonly doors: Doors) {}

  /** Returns the mandate's id. @throws Problem 400 for one without units, signatory or agreement. */
  async grant(actor: SystemActor, tenantId: string, mandate: NewMandate): Promise<string> {
    if (mandate.unitIds.length === 0) throw invalidField('unitIds', 'empty', 'A mandate names its units.');
    for (const field of ['agreementReference', 'signatory', 'purpose'] as const) {
      if (mandate[field].trim() === '')
        throw invalidField(field, 'empty', 'A mandate without it is not in force.');
    }
    return this.doors.within(actor, tenantId, async (tx) => {
      const made = await row<{ id: string }>(
        tx,
        `insert into mandates (tenant_id, provider_id, partnership_id, processing_role, agreement_reference, signatory,
           signed_on, purpose, rules, fields, valid)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, daterange($11, $12, '[]')) returning id`,
        [
          tenantId,
          mandate.providerId,
          mandate.partnershipId ?? null,
          mandate.processingRole,
          mandate.agreementReference,
          mandate.signatory,
          mandate.signedOn,
          mandate.purpose,
          mandate.rules,
          mandate.fields ?? [],
          mandate.from,
          mandate.to ?? null,
        ],
      );
      if (!made) throw new Error('the mandate was not made');
      await change(
        tx,
        'insert into mandate_units (tenant_id, mandate_id, unit_id) select $1, $2, unnest($3::uuid[])',
        [tenantId, made.id, mandate.unitIds],
      );
      await audit(tx, actor, {
        tenantId,
        action: 'mandate.grant',
        subjectType: 'mandate',
        subjectIds: [made.id],
        purpose: mandate.purpose,
      });
      return made.id;
    });
  }
}
