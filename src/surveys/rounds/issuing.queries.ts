import type { Instrument, Wording } from '../instruments/domain/instrument.js';
import { change, row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';

/** An invitation as it is opened: the questions, the key, and whether a token was issued. */
export interface OpenedInvitation {
  readonly tenantId: string;
  readonly invitationId: string;
  readonly roundId: string;
  readonly title: Wording;
  readonly employerName: string;
  readonly instrument: Instrument;
  readonly closesOn: LocalDate;
  readonly minimum: number;
  readonly invited: number;
  readonly closed: boolean;
  readonly fingerprint: string;
  readonly publicKey: Buffer;
  readonly privateKeyCipher: Buffer | null;
  readonly issued: boolean;
}

const OPENED = `
  select i.tenant_id as "tenantId", i.invitation_id as "invitationId", i.round_id as "roundId", r.title,
    employers.name as "employerName", r.instrument, r.closes_on as "closesOn", r.minimum, g.invited,
    r.closed_at is not null as closed, k.fingerprint, k.public_key as "publicKey",
    k.private_key_cipher as "privateKeyCipher", i.token_issued_on is not null as issued
  from survey_invitations i
  join employers on employers.tenant_id = i.tenant_id
  join survey_rounds r on r.tenant_id = i.tenant_id and r.round_id = i.round_id
  join survey_groups g on g.tenant_id = i.tenant_id and g.round_id = i.round_id and g.group_id = i.group_id
  join survey_keys k on k.tenant_id = g.tenant_id and k.round_id = g.round_id and k.fingerprint = g.fingerprint`;

export const findInvitation = (
  tx: Tx,
  { tenantId, invitationId }: { readonly tenantId: string; readonly invitationId: string },
): Promise<OpenedInvitation | null> =>
  row<OpenedInvitation>(tx, `${OPENED} where i.tenant_id = $1 and i.invitation_id = $2`, [
    tenantId,
    invitationId,
  ]);

export const findInvitationByCode = (
  tx: Tx,
  {
    tenantId,
    roundId,
    codeHash,
  }: { readonly tenantId: string; readonly roundId: string; readonly codeHash: string },
): Promise<OpenedInvitation | null> =>
  row<OpenedInvitation>(tx, `${OPENED} where i.tenant_id = $1 and i.round_id = $2 and i.code_hash = $3`, [
    tenantId,
    roundId,
    codeHash,
  ]);

/** Notes that a token is issued for a blinded message, and the day; false where it was for another one. */
export const issueToken = async (
  tx: Tx,
  wanted: {
    readonly tenantId: string;
    readonly invitationId: string;
    readonly blindedHash: Buffer;
    readonly on: LocalDate;
  },
): Promise<boolean> => {
  const { tenantId, invitationId, blindedHash, on } = wanted;
  const issued = await change(
    tx,
    `update survey_invitations set blinded_hash = $3, token_issued_on = $4
     where tenant_id = $1 and invitation_id = $2 and blinded_hash is null`,
    [tenantId, invitationId, blindedHash, on],
  );
  if (issued > 0) return true;
  // Asked again, after an answer that was lost on its way; nothing is written of that.
  const again = await row(
    tx,
    'select 1 from survey_invitations where tenant_id = $1 and invitation_id = $2 and blinded_hash = $3',
    [tenantId, invitationId, blindedHash],
  );
  return again !== null;
};
