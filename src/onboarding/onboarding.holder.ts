import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, row, rows, type Tx } from '../platform/database/rows.js';
import { CHECK_IN_QUESTIONS } from './domain/check-in.js';
import { LENGTH } from './domain/journey.js';

/** Over is an introduction with its last moment, or with the employment. */
const OVER = `i.tenant_id = $1 and coalesce(i.ended_on, i.starts_on + ${LENGTH}) < $2::date
  and not ${personHeld('i.tenant_id', 'i.person_id', '$3')}`;

type Cells = (string | number | null)[];

const sectionOf = (
  section: string,
  columns: readonly string[],
  found: readonly { cells: Cells }[],
): HeldSection => ({
  section,
  columns,
  rows: found.map(({ cells }) => cells),
});

/** Introductions with their steps, check-ins and links. */
@HoldsPersonalData()
@Injectable()
export class OnboardingHolder extends PersonalDataHolder {
  override readonly domain = 'onboarding';
  override readonly tables = [
    'introductions',
    'introduction_steps',
    'introduction_check_ins',
    'introduction_links',
  ];
  override readonly classes = ['introductions'] as const;

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const key = [tenantId, personId];
    return [
      sectionOf(
        'onboarding.introductions',
        ['from', 'to', 'programme', 'buddy', 'talkWantedOn', 'talkHeldOn'],
        await rows(tx, JOURNEYS, key),
      ),
      sectionOf(
        'onboarding.steps',
        ['title', 'who', 'dueOn', 'doneOn', 'outcome'],
        await rows(tx, STEPS, key),
      ),
      sectionOf(
        'onboarding.checkIns',
        ['day', 'answeredOn', 'answers'],
        await rows(tx, CHECK_INS, [...key, QUESTIONS.ids, QUESTIONS.words]),
      ),
      sectionOf('onboarding.buddyOf', ['from', 'unit'], await rows(tx, BUDDY_OF, key)),
    ];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    const found = await row<{ due: number }>(
      tx,
      `select count(*) as due from introductions i where ${OVER}`,
      [tenantId, before, today],
    );
    return found?.due ?? 0;
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    return change(
      tx,
      `delete from introductions where tenant_id = $1 and id = any (array(select i.id from introductions i where ${OVER} limit $4))`,
      [tenantId, before, today, limit],
    );
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await change(tx, 'delete from introductions where tenant_id = $1 and person_id = $2', [
      tenantId,
      personId,
    ]);
    await change(
      tx,
      'update introductions set buddy_person_id = null, buddy_since = null where tenant_id = $1 and buddy_person_id = $2',
      [tenantId, personId],
    );
  }
}

/** Answers are read with their questions. */
const QUESTIONS = {
  ids: CHECK_IN_QUESTIONS.map(({ id }) => id),
  words: CHECK_IN_QUESTIONS.map(({ wording }) => wording.da),
};

const JOURNEYS = `
  select array[i.starts_on::text, i.ended_on::text, p.name, buddies.name, i.talk_wanted_on::text, i.talk_held_on::text] as cells
  from introductions i
  join introduction_programmes p on p.tenant_id = i.tenant_id and p.id = i.programme_id
  left join people buddies on buddies.tenant_id = i.tenant_id and buddies.id = i.buddy_person_id
  where i.tenant_id = $1 and i.person_id = $2 order by i.starts_on`;

const STEPS = `
  select array[v.steps -> s.position -> 'title' ->> 'da', s.who, s.due_on::text, s.settled_on::text, s.outcome] as cells
  from introductions i
  join introduction_versions v on v.tenant_id = $1 and v.programme_id = i.programme_id and v.version = i.version
  join introduction_steps s on s.tenant_id = $1 and s.introduction_id = i.id
  where i.tenant_id = $1 and i.person_id = $2 order by i.starts_on, s.position`;

const CHECK_INS = `
  select array[c.day::text, c.answered_on::text, (select string_agg(coalesce(asked.da, given.key) || ' ' || coalesce(given.value, '–'), ' · ')
    from jsonb_each_text(c.answers) as given left join unnest($3::text[], $4::text[]) as asked (id, da) on asked.id = given.key)] as cells
  from introductions i join introduction_check_ins c on c.tenant_id = $1 and c.introduction_id = i.id
  where i.tenant_id = $1 and i.person_id = $2 and c.answered_on is not null order by c.day`;

/** Whose buddy somebody is: when and where, not of whom. */
const BUDDY_OF = `
  select array[i.buddy_since::text, units.name] as cells
  from introductions i
  left join unit_versions units on units.tenant_id = $1 and units.unit_id = i.unit_id and units.valid @> i.buddy_since
  where i.tenant_id = $1 and i.buddy_person_id = $2 order by i.buddy_since`;
