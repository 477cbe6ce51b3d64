import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { Cipher } from '../platform/storage/cipher.js';

/** What an employee's private data are, where the employer keeps any. */
export interface PrivateData {
  readonly cpr: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Columns of the staged rows of a roster for private data; sealed before they are staged. */
export const PRIVATE_COLUMNS = `cpr_cipher text, cpr_hash text, phone_cipher text, email_cipher text, details_hash text`;

/** Private data as they are staged, in the order of those columns. */
export type SealedPrivateData = readonly [
  string | null,
  string | null,
  string | null,
  string | null,
  string | null,
];

/** Which of them a file has a column for; the others stay as they were. */
export interface KnownPrivateData {
  readonly cpr: boolean;
  readonly phone: boolean;
  readonly email: boolean;
}

const NOTHING: SealedPrivateData = [null, null, null, null, null];

/** By what a CPR number is found: a keyed hash, of no use without the employer's key. */
export const cprHash = async (cipher: Cipher, tenantId: string): Promise<(cpr: string) => string> => {
  const pseudonym = await cipher.pseudonymiser(tenantId);
  return (cpr) => pseudonym(`cpr ${cpr}`);
};

/** Seals what a row of a roster says of a person's private data. */
export const privateDataSealer = async (
  cipher: Cipher,
  tenantId: string,
): Promise<(data: PrivateData) => SealedPrivateData> => {
  const seal = await cipher.sealer(tenantId);
  const hash = await cipher.pseudonymiser(tenantId);
  const hashOfCpr = await cprHash(cipher, tenantId);
  const sealed = (text: string | null): string | null =>
    text === null ? null : seal(Buffer.from(text, 'utf8')).toString('base64');
  return ({ cpr, phone, email }) => {
    if (cpr === null && phone === null && email === null) return NOTHING;
    return [
      sealed(cpr),
      cpr === null ? null : hashOfCpr(cpr),
      sealed(phone),
      sealed(email),
      // What is sealed differs each time; by this a row that says nothing new is told.
      hash(JSON.stringify([cpr, phone, email])),
    ];
  };
};

/** Records the private data of the file's people, where they are others than recorded. */
const MERGE = `
  insert into person_details as kept (tenant_id, person_id, cpr_cipher, cpr_hash, phone_cipher, email_cipher, details_hash)
  select distinct on (p.id) $1::uuid, p.id, decode(i.cpr_cipher, 'base64'), i.cpr_hash, decode(i.phone_cipher, 'base64'),
    decode(i.email_cipher, 'base64'), i.details_hash
  from stays s join incoming i on i.line = s.last_line join people p on p.tenant_id = $1 and p.id = s.person_id
  where s.fault is null and p.erased_at is null
    and (num_nonnulls(i.cpr_cipher, i.phone_cipher, i.email_cipher) > 0
      or exists (select from person_details d where d.tenant_id = $1 and d.person_id = p.id))
  order by p.id, s.last_line desc
  on conflict (tenant_id, person_id) do update set details_hash = excluded.details_hash,
    cpr_cipher = case when $2 then excluded.cpr_cipher else kept.cpr_cipher end,
    cpr_hash = case when $2 then excluded.cpr_hash else kept.cpr_hash end,
    phone_cipher = case when $3 then excluded.phone_cipher else kept.phone_cipher end,
    email_cipher = case when $4 then excluded.email_cipher else kept.email_cipher end
  where kept.details_hash is distinct from excluded.details_hash`;

export const mergePrivateData = async (
  tx: Tx,
  tenantId: string,
  { cpr, phone, email }: KnownPrivateData,
): Promise<void> => {
  if (cpr || phone || email) await change(tx, MERGE, [tenantId, cpr, phone, email]);
};

/** What is kept of a person, opened; null where nothing is. */
export const findPrivateData = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
): Promise<PrivateData | null> => {
  const found = await row<Record<'cpr' | 'phone' | 'email', Buffer | null>>(
    tx,
    `select cpr_cipher as cpr, phone_cipher as phone, email_cipher as email from person_details
     where tenant_id = $1 and person_id = $2`,
    [tenantId, personId],
  );
  if (!found) return null;
  const open = (sealed: Buffer | null): Promise<string | null> => cipher.openText(tenantId, sealed);
  return { cpr: await open(found.cpr), phone: await open(found.phone), email: await open(found.email) };
};

/** Whether an employer keeps CPR numbers: as it decided, else as its sector may without asking the law first. */
export const keepsCpr = async (tx: Tx, tenantId: string): Promise<boolean> => {
  const found = await row<{ kept: boolean }>(
    tx,
    // A public authority may; a private one only with a legal basis of its own (databeskyttelsesloven § 11).
    `select coalesce(d.kept, e.sector <> 'private') as kept from employers e
     left join cpr_decisions d on d.tenant_id = e.tenant_id where e.tenant_id = $1`,
    [tenantId],
  );
  return found?.kept ?? false;
};

/** The CPR numbers of some people of an employer, opened; those without one are left out. */
export const openCprNumbers = async (
  tx: Tx,
  cipher: Cipher,
  tenantId: string,
  personIds: readonly string[],
): Promise<{ readonly personId: string; readonly cpr: string }[]> => {
  const found = await rows<{ personId: string; sealed: Buffer }>(
    tx,
    `select person_id as "personId", cpr_cipher as sealed from person_details
     where tenant_id = $1 and person_id = any ($2) and octet_length(cpr_cipher) > 0`,
    [tenantId, personIds],
  );
  return Promise.all(
    found.map(async ({ personId, sealed }) => ({
      personId,
      cpr: (await cipher.open(tenantId, sealed)).toString('utf8'),
    })),
  );
};
