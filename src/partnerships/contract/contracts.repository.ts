import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { ContractContent, PartyRole } from '../domain/contract.js';
import type { StandsFor } from '../domain/sight.js';

export const CONTRACT_STATES = ['draft', 'proposed', 'agreed'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** One version and who brought it about. */
export interface ContractVersion {
  readonly version: number;
  readonly state: ContractState;
  readonly content: ContractContent;
  readonly hash: string;
  readonly validFrom: LocalDate;
  /** Why it takes the place of the one before. */
  readonly reason: string;
  readonly revision: number;
  readonly savedByHat: string | null;
  readonly savedAt: Date;
  readonly proposedByHat: string | null;
  readonly proposedByParty: string | null;
  readonly proposedAt: Date | null;
  readonly agreedByHat: string | null;
  readonly agreedByParty: string | null;
  readonly agreedAt: Date | null;
}

const COLUMNS = `version, state, content, content_hash as hash, valid_from as "validFrom", reason, revision,
  saved_by_hat as "savedByHat", saved_at as "savedAt", proposed_by_hat as "proposedByHat",
  proposed_by_party as "proposedByParty", proposed_at as "proposedAt", agreed_by_hat as "agreedByHat",
  agreed_by_party as "agreedByParty", agreed_at as "agreedAt"`;

/** The version in force on a day; null before the first. A closed period keeps that of its last day (definitions 9.8). */
export const agreedContract = (
  tx: Tx,
  partnershipId: string,
  on: LocalDate,
): Promise<ContractVersion | null> =>
  row<ContractVersion>(
    tx,
    `select ${COLUMNS} from contract_versions
     where partnership_id = $1 and state = 'agreed' and valid_from <= $2 order by valid_from desc limit 1`,
    [partnershipId, on],
  );

/** Every agreed version, the one that begins last first: those of a contract are few. */
export const agreedContracts = (tx: Tx, partnershipId: string): Promise<ContractVersion[]> =>
  rows<ContractVersion>(
    tx,
    `select ${COLUMNS} from contract_versions
     where partnership_id = $1 and state = 'agreed' order by valid_from desc`,
    [partnershipId],
  );

/** The agreed version that begins last, in force already or not. */
export const latestAgreed = (tx: Tx, partnershipId: string): Promise<ContractVersion | null> =>
  row<ContractVersion>(
    tx,
    `select ${COLUMNS} from contract_versions
     where partnership_id = $1 and state = 'agreed' order by valid_from desc limit 1`,
    [partnershipId],
  );

export const findVersion = (
  tx: Tx,
  partnershipId: string,
  version: number,
): Promise<ContractVersion | null> =>
  row<ContractVersion>(
    tx,
    `select ${COLUMNS} from contract_versions where partnership_id = $1 and version = $2`,
    [partnershipId, version],
  );

/** The latest first. */
export const listVersions = (tx: Tx, partnershipId: string): Promise<ContractVersion[]> =>
  rows<ContractVersion>(
    tx,
    `select ${COLUMNS} from contract_versions where partnership_id = $1 order by version desc`,
    [partnershipId],
  );

export interface Draft {
  readonly content: ContractContent;
  readonly hash: string;
  readonly validFrom: LocalDate;
  readonly reason: string;
  readonly hatId: string | null;
  readonly at: Date;
}

export const insertDraft = (tx: Tx, partnershipId: string, draft: Draft): Promise<ContractVersion | null> =>
  row<ContractVersion>(
    tx,
    `insert into contract_versions (partnership_id, version, state, content, content_hash, valid_from, reason, saved_by_hat, saved_at)
     select $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4, $5, $6, $7
     from contract_versions where partnership_id = $1
     on conflict do nothing returning ${COLUMNS}`,
    [
      partnershipId,
      JSON.stringify(draft.content),
      draft.hash,
      draft.validFrom,
      draft.reason,
      draft.hatId,
      draft.at,
    ],
  );

/** Writes over the draft that was read; how many rows it found. */
export const updateDraft = (
  tx: Tx,
  partnershipId: string,
  read: { readonly version: number; readonly revision: number },
  draft: Draft,
): Promise<number> =>
  change(
    tx,
    `update contract_versions set content = $4, content_hash = $5, valid_from = $6, reason = $7, saved_by_hat = $8,
       saved_at = $9, revision = revision + 1
     where partnership_id = $1 and version = $2 and revision = $3 and state = 'draft'`,
    [
      partnershipId,
      read.version,
      read.revision,
      JSON.stringify(draft.content),
      draft.hash,
      draft.validFrom,
      draft.reason,
      draft.hatId,
      draft.at,
    ],
  );

export const deleteDraft = (tx: Tx, partnershipId: string, version: number): Promise<number> =>
  change(tx, `delete from contract_versions where partnership_id = $1 and version = $2 and state = 'draft'`, [
    partnershipId,
    version,
  ]);

/** A hat that speaks for a party, at an instant. */
export interface SignedBy {
  readonly hatId: string;
  readonly partyId: string;
  readonly at: Date;
}

export const markProposed = (tx: Tx, partnershipId: string, version: number, by: SignedBy): Promise<number> =>
  change(
    tx,
    `update contract_versions set state = 'proposed', proposed_by_hat = $3, proposed_by_party = $4, proposed_at = $5
     where partnership_id = $1 and version = $2 and state = 'draft'`,
    [partnershipId, version, by.hatId, by.partyId, by.at],
  );

/** Back to a draft: withdrawn by those who proposed it, or sent back by those who were asked. */
export const markDraft = (tx: Tx, partnershipId: string, version: number): Promise<number> =>
  change(
    tx,
    `update contract_versions set state = 'draft', proposed_by_hat = null, proposed_by_party = null, proposed_at = null,
       revision = revision + 1
     where partnership_id = $1 and version = $2 and state = 'proposed'`,
    [partnershipId, version],
  );

/** Only what was read is agreed to: a version whose hash is another is left as it is. */
export const markAgreed = (
  tx: Tx,
  partnershipId: string,
  { version, hash }: { readonly version: number; readonly hash: string },
  by: SignedBy,
): Promise<number> =>
  change(
    tx,
    `update contract_versions set state = 'agreed', agreed_by_hat = $4, agreed_by_party = $5, agreed_at = $6
     where partnership_id = $1 and version = $2 and content_hash = $3 and state = 'proposed'`,
    [partnershipId, version, hash, by.hatId, by.partyId, by.at],
  );

/** The party that a hat speaks for; null where it speaks for none. */
export const memberOf = (tx: Tx, partnershipId: string, hatId: string): Promise<StandsFor | null> =>
  row<StandsFor>(
    tx,
    `select party_id as "partyId", role from partnership_members
     join partnership_parties parties using (partnership_id)
     where partnership_id = $1 and hat_id = $2 and parties.id = party_id`,
    [partnershipId, hatId],
  );

export interface Member {
  readonly hatId: string;
  readonly partyId: string;
}

export interface PlacedMember extends Member, StandsFor {}

export const listMembers = (tx: Tx, partnershipId: string): Promise<PlacedMember[]> =>
  rows<PlacedMember>(
    tx,
    `select hat_id as "hatId", party_id as "partyId", role from partnership_members
     join partnership_parties parties using (partnership_id)
     where partnership_id = $1 and parties.id = party_id order by since, hat_id`,
    [partnershipId],
  );

export const insertMember = (tx: Tx, partnershipId: string, { hatId, partyId }: Member): Promise<number> =>
  change(
    tx,
    `insert into partnership_members (partnership_id, hat_id, party_id) values ($1, $2, $3)
     on conflict (partnership_id, hat_id) do nothing`,
    [partnershipId, hatId, partyId],
  );

export interface RegisteredParty {
  readonly id: string;
  readonly role: PartyRole;
  readonly name: string;
}

export const listParties = (tx: Tx, partnershipId: string): Promise<RegisteredParty[]> =>
  rows<RegisteredParty>(
    tx,
    'select id, role, name from partnership_parties where partnership_id = $1 order by id',
    [partnershipId],
  );

/** Takes the parties of an agreed contract into the register; one that is there under its role and name keeps its id. */
export const registerParties = (
  tx: Tx,
  partnershipId: string,
  parties: readonly RegisteredParty[],
): Promise<number> =>
  change(
    tx,
    `insert into partnership_parties (partnership_id, id, role, name)
     select $1, id, role, name from jsonb_to_recordset($2) p (id uuid, role text, name text)
     on conflict (partnership_id, id) do update set role = excluded.role, name = excluded.name`,
    [partnershipId, JSON.stringify(parties)],
  );
