import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Answers, Instrument } from '../instruments/domain/instrument.js';
import type { RoundGroup, RoundUnit } from './domain/places.js';
import { emptyTally, tallyInto, type Tally } from './domain/tally.js';
import type { RoundKey } from './rounds.queries.js';

const BATCH = 2_000;

/** The tree as it stood on a day, with how many were invited right in each unit. */
export const roundUnits = (tx: Tx, { tenantId, roundId }: RoundKey, on: LocalDate): Promise<RoundUnit[]> =>
  rows(
    tx,
    `with invited as (
       select unit_id, count(*)::int as invited from survey_invitations
       where tenant_id = $1 and round_id = $2 group by unit_id)
     select v.unit_id as "unitId", v.name, v.kind, v.parent_id as "parentId", coalesce(invited, 0) as invited
     from unit_versions v left join invited on invited.unit_id = v.unit_id
     where v.tenant_id = $1 and v.valid @> $3::date order by v.name, v.unit_id`,
    [tenantId, roundId, on],
  );

interface AnswerRow {
  readonly groupId: string;
  readonly answers: Answers;
}

/** Every questionnaire of a round, batch by batch, in no order that means anything. */
async function* answersOf(tx: Tx, { tenantId, roundId }: RoundKey): AsyncGenerator<AnswerRow[]> {
  await tx.query(
    `declare survey_answers_read no scroll cursor for
     select group_id as "groupId", answers from survey_answers where tenant_id = '${tenantId}' and round_id = '${roundId}'`,
  );
  for (;;) {
    const batch = await rows<AnswerRow>(tx, `fetch ${BATCH} from survey_answers_read`);
    yield batch;
    if (batch.length < BATCH) break;
  }
  await tx.query('close survey_answers_read');
}

/** The reporting groups with what was answered in each, added up as it streams by: memory grows with groups, not with answers. */
export const roundGroups = async (tx: Tx, key: RoundKey, instrument: Instrument): Promise<RoundGroup[]> => {
  const groups = await rows<Omit<RoundGroup, 'tally'>>(
    tx,
    `select group_id as "groupId", unit_id as "unitId", invited from survey_groups
     where tenant_id = $1 and round_id = $2 order by group_id`,
    [key.tenantId, key.roundId],
  );
  const tallies = new Map(groups.map(({ groupId }) => [groupId, tallyInto(instrument)]));
  for await (const batch of answersOf(tx, key)) {
    for (const { groupId, answers } of batch) tallies.get(groupId)?.add(answers);
  }
  const tallyOf = (groupId: string): Tally => tallies.get(groupId)?.tally() ?? emptyTally(instrument);
  return groups.map((group) => ({ ...group, tally: tallyOf(group.groupId) }));
};

/** Where the comments of a group are shown: the lowest unit at or above it that shows them. */
export interface CommentPlace {
  readonly groupId: string;
  readonly place: number;
}

/** Keeps the comments of groups that are large enough, in an order drawn by lot. */
export const keepComments = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  itemIds: readonly string[],
  places: readonly CommentPlace[],
): Promise<number> =>
  change(
    tx,
    `insert into survey_comments (tenant_id, round_id, position, place, item_id, words)
     select $1, $2, row_number() over (order by gen_random_uuid()), shown.place, item.id, btrim(a.answers ->> item.id)
     from survey_answers a
     join unnest($3::uuid[], $4::int[]) as shown (group_id, place) on shown.group_id = a.group_id
     cross join unnest($5::text[]) as item (id)
     where a.tenant_id = $1 and a.round_id = $2 and btrim(coalesce(a.answers ->> item.id, '')) <> ''`,
    [tenantId, roundId, places.map(({ groupId }) => groupId), places.map(({ place }) => place), itemIds],
  );
