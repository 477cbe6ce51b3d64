import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Affiliation, MandateScope, ProcessingRole } from './domain/mandate.js';

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly affiliation: Affiliation;
}

/** What an employer lets a provider see and why (definitions 5.2). */
export interface MandateTerms extends MandateScope {
  readonly providerId: string;
  readonly partnershipId: string | null;
  readonly processingRole: ProcessingRole;
  readonly agreementReference: string | null;
  readonly basis: string | null;
  readonly signatory: string;
  readonly signedOn: LocalDate;
  /** When the employees were told; null where the record of going live told them, or nothing was new. */
  readonly informedOn: LocalDate | null;
  readonly purpose: string;
  readonly from: LocalDate;
}

export interface StoredMandate extends Omit<MandateTerms, 'from'> {
  readonly id: string;
  /** Null where it ended before its first day was over. */
  readonly from: LocalDate | null;
  readonly grantedAt: Date;
  readonly endedAt: Date | null;
  readonly followsId: string | null;
}

const MANDATE = `
  select m.id, m.provider_id as "providerId", m.partnership_id as "partnershipId", m.processing_role as "processingRole",
    m.agreement_reference as "agreementReference", m.basis, m.signatory, m.signed_on as "signedOn", m.informed_on as "informedOn", m.purpose, m.rules,
    m.fields, lower(m.valid) as "from", upper(m.valid) - 1 as "to", m.granted_at as "grantedAt", m.ended_at as "endedAt",
    m.follows_id as "followsId",
    (select array_agg(unit_id order by unit_id) from mandate_units mu
      where mu.tenant_id = m.tenant_id and mu.mandate_id = m.id) as "unitIds"
  from mandates m`;

/** An employer's mandates, the newest first. */
export const listMandates = (tx: Tx, tenantId: string): Promise<StoredMandate[]> =>
  rows<StoredMandate>(tx, `${MANDATE} where m.tenant_id = $1 order by m.granted_at desc, m.id desc`, [
    tenantId,
  ]);

/** A provider's mandates in force on a day, at the employers that this door opens. */
export const listInForce = (
  tx: Tx,
  providerId: string,
  on: LocalDate,
): Promise<(StoredMandate & { readonly tenantId: string })[]> =>
  rows<StoredMandate & { readonly tenantId: string }>(
    tx,
    `${MANDATE.replace('select m.id', 'select m.tenant_id as "tenantId", m.id')}
     where m.provider_id = $1 and m.valid @> $2::date order by m.tenant_id, m.granted_at desc`,
    [providerId, on],
  );

/** What a provider sees of an employer on a day, with all units below those that its mandates name. */
export const listScopesInForce = (
  tx: Tx,
  { tenantId, providerId, on }: { tenantId: string; providerId: string; on: LocalDate },
): Promise<MandateScope[]> =>
  rows<MandateScope>(
    tx,
    `select m.rules, m.fields, upper(m.valid) - 1 as "to",
       array(select mu.unit_id from mandate_units mu where mu.tenant_id = m.tenant_id and mu.mandate_id = m.id
         union select uv.unit_id from unit_versions uv join mandate_units mu on uv.path @> array[mu.unit_id]
         where uv.tenant_id = m.tenant_id and uv.valid @> $3::date and mu.tenant_id = m.tenant_id and mu.mandate_id = m.id
       ) as "unitIds"
     from mandates m where m.tenant_id = $1 and m.provider_id = $2 and m.valid @> $3::date`,
    [tenantId, providerId, on],
  );

/** Calendar days of notice before a new recipient of signals; null while none are raised. */
export const findRecipientNotice = async (tx: Tx, tenantId: string, on: LocalDate): Promise<number | null> =>
  (
    await row<{ days: number }>(
      tx,
      'select notice_days as days from go_lives where tenant_id = $1 and live_from <= $2::date',
      [tenantId, on],
    )
  )?.days ?? null;

/** Some units with all that lie below them on a day. */
export const withUnitsBelow = async (
  tx: Tx,
  tenantId: string,
  unitIds: readonly string[],
  on: LocalDate,
): Promise<string[]> => {
  const below = await rows<{ id: string }>(
    tx,
    'select unit_id as id from unit_versions where tenant_id = $1 and valid @> $3::date and path && $2::uuid[]',
    [tenantId, unitIds, on],
  );
  return [...unitIds, ...below.map(({ id }) => id)];
};

/** One mandate, kept from changing while this transaction lasts. */
export const lockMandate = (tx: Tx, tenantId: string, id: string): Promise<StoredMandate | null> =>
  row<StoredMandate>(tx, `${MANDATE} where m.tenant_id = $1 and m.id = $2 for update of m`, [tenantId, id]);

export const insertMandate = async (
  tx: Tx,
  tenantId: string,
  terms: MandateTerms & { readonly followsId: string | null },
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `with made as (
       insert into mandates (tenant_id, provider_id, partnership_id, processing_role, agreement_reference, basis, signatory,
         signed_on, purpose, rules, fields, valid, follows_id, informed_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, daterange($12, $13, '[]'), $14, $16) returning id)
     insert into mandate_units (tenant_id, mandate_id, unit_id)
     select $1, made.id, unit_id from made, unnest($15::uuid[]) as units (unit_id) returning mandate_id as id`,
    [
      tenantId,
      terms.providerId,
      terms.partnershipId,
      terms.processingRole,
      terms.agreementReference,
      terms.basis,
      terms.signatory,
      terms.signedOn,
      terms.purpose,
      terms.rules,
      terms.fields,
      terms.from,
      terms.to,
      terms.followsId,
      [...new Set(terms.unitIds)],
      terms.informedOn,
    ],
  );
  if (!made) throw new Error('the mandate was not made');
  return made.id;
};

/** From a day on the mandate is not in force; what it was before stays. */
export const endMandate = (
  tx: Tx,
  key: { readonly tenantId: string; readonly id: string },
  from: LocalDate,
): Promise<number> =>
  change(
    tx,
    `update mandates set valid = valid * daterange(null, $3), ended_at = now() where tenant_id = $1 and id = $2`,
    [key.tenantId, key.id, from],
  );

export const listProviders = (tx: Tx): Promise<Provider[]> =>
  rows<Provider>(tx, 'select id, name, affiliation from providers order by name, id');
