import { addJobsFrom } from '../../platform/jobs/outbox.js';
import { change, rows, type Tx } from '../../platform/database/rows.js';
import { kioskCode } from './domain/invitation-link.js';
import type { ReportingGroup } from './domain/reporting-groups.js';
import type { Channel } from './domain/round.js';
import { POPULATION, populationParameters, type Asked } from './population.queries.js';
import { sendInvitation } from './rounds.jobs.js';
import type { RoundKey } from './rounds.repository.js';
import type { Secrets } from './secrets.js';

/** Mails and messages a second: a round of a large employer leaves room for other work, and for the mail server. */
const SENT_A_SECOND = 200;

interface Inviting extends RoundKey {
  readonly asked: Asked;
  readonly groups: readonly ReportingGroup[];
  readonly channels: readonly Channel[];
}

/** Gives each reporting group one of the round's keys, drawn by lot. Returns the group of each unit's people. */
const addGroups = (
  tx: Tx,
  { tenantId, roundId, asked, groups }: Inviting,
): Promise<{ groupId: string; place: string | null }[]> =>
  rows(
    tx,
    `with free as (
       select fingerprint, row_number() over (order by random()) as number from survey_keys k
       where k.tenant_id = $1 and k.round_id = $2 and private_key_cipher is not null
         and not exists (select from survey_groups g
           where g.tenant_id = $1 and g.round_id = $2 and g.fingerprint = k.fingerprint)),
     wanted as (select * from unnest($3::uuid[], $4::integer[]) with ordinality as w (unit_id, invited, number))
     insert into survey_groups (tenant_id, round_id, unit_id, fingerprint, invited, opened_on)
     select $1, $2, wanted.unit_id, free.fingerprint, wanted.invited, $5::date from wanted join free using (number)
     returning group_id as "groupId", unit_id as place`,
    [tenantId, roundId, groups.map(({ unitId }) => unitId), groups.map(({ invited }) => invited), asked.on],
  );

// Who has no address gets a letter; where the round has none, the code is handed over for the kiosk.
const INVITE = `
  insert into survey_invitations (tenant_id, round_id, group_id, person_id, unit_id, channel)
  select $1, $8, placed.group_id, asked.person_id, asked.unit_id,
    case when 'mail' = any ($11::text[]) and d.email_cipher is not null then 'mail'
      when 'sms' = any ($11::text[]) and d.phone_cipher is not null then 'sms'
      when 'kiosk' = any ($11::text[]) and not 'letter' = any ($11::text[]) then 'kiosk' else 'letter' end
  from (${POPULATION}) asked
  join unnest($9::uuid[], $10::uuid[]) placed (unit_id, group_id) on placed.unit_id = asked.unit_id
  left join person_details d on d.tenant_id = $1 and d.person_id = asked.person_id`;

/** Makes the invitations of some groups, each person's one, and queues what is sent. Returns how many were invited. */
export const invite = async (tx: Tx, inviting: Inviting, secrets: Secrets): Promise<number> => {
  const { tenantId, roundId, asked, groups, channels } = inviting;
  const added = await addGroups(tx, inviting);
  if (added.length < groups.length) throw new Error('a reporting group has no signing key');
  // Or the foreign key of every invitation would be looked up among all groups: it is planned before there are any.
  await change(tx, 'analyze survey_groups');
  const idOf = new Map(added.map(({ place, groupId }) => [place, groupId]));
  const placed = groups.flatMap(({ unitId, units }) =>
    units.map((unit) => [unit, idOf.get(unitId)] as const),
  );
  const invited = await change(tx, INVITE, [
    ...populationParameters(asked),
    roundId,
    placed.map(([unit]) => unit),
    placed.map(([, group]) => group),
    channels,
  ]);
  await change(tx, 'analyze survey_invitations');
  if (channels.includes('kiosk')) await addCodes(tx, inviting, secrets);
  await queueSending(tx, { tenantId, roundId, again: false, groupIds: added.map(({ groupId }) => groupId) });
  return invited;
};

const addCodes = async (tx: Tx, { tenantId, roundId }: RoundKey, secrets: Secrets): Promise<void> => {
  const without = await rows<{ id: string }>(
    tx,
    'select invitation_id as id from survey_invitations where tenant_id = $1 and round_id = $2 and code_hash is null',
    [tenantId, roundId],
  );
  const ids = without.map(({ id }) => id);
  await change(
    tx,
    `update survey_invitations i set code_hash = given.hash
     from unnest($3::uuid[], $4::text[]) given (id, hash)
     where i.tenant_id = $1 and i.round_id = $2 and i.invitation_id = given.id`,
    [tenantId, roundId, ids, ids.map((id) => secrets.codeHash(roundId, kioskCode(secrets.ofCode(id))))],
  );
};

/** Queues mails and messages to those for whom no token was issued. Returns how many. */
export const queueSending = (
  tx: Tx,
  {
    tenantId,
    roundId,
    again,
    groupIds,
  }: RoundKey & { readonly again: boolean; readonly groupIds?: readonly string[] },
): Promise<number> =>
  addJobsFrom(tx, sendInvitation, {
    tenantId,
    from: `select jsonb_build_object('tenantId', tenant_id, 'invitationId', invitation_id, 'again', $3::boolean) as payload,
        make_interval(secs => ((row_number() over (order by random()) - 1) / ${SENT_A_SECOND})::integer) as later
      from survey_invitations
      where tenant_id = $1 and round_id = $2 and channel in ('mail', 'sms') and token_issued_on is null
        and ($4::uuid[] is null or group_id = any ($4))`,
    parameters: [tenantId, roundId, again, groupIds ?? null],
  });
