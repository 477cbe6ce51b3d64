import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Introduction programmes with their versions, and the journeys of new employees through them. */
export class CreateOnboarding1766000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Steps are planned on the working day with a number.
      create unique index calendar_working_days on calendar_days (working_ordinal) where working;

      create table introduction_programmes (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        name text not null collate "da-x-icu",
        -- For whom: people of these job groups (all where empty), in this unit and those below it (everywhere where null).
        job_groups text[] not null default '{}',
        unit_id uuid,
        version integer not null,
        created_at timestamptz not null,
        retired_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, unit_id) references units (tenant_id, id)
      );
      call protect_tenant_rows('introduction_programmes');

      -- A version is never changed: a running journey keeps the one that it began with.
      create table introduction_versions (
        tenant_id uuid not null,
        programme_id uuid not null,
        version integer not null,
        steps jsonb not null constraint version_steps check (jsonb_typeof(steps) = 'array'),
        made_at timestamptz not null,
        made_by_hat uuid,
        primary key (tenant_id, programme_id, version),
        foreign key (tenant_id, programme_id) references introduction_programmes (tenant_id, id)
      );
      call protect_tenant_rows('introduction_versions');

      create table introductions (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        employment_id uuid not null,
        person_id uuid not null,
        unit_id uuid not null,
        programme_id uuid not null,
        version integer not null,
        starts_on date not null,
        -- The day that the product learned of the employment: no step is due before it.
        begun_on date not null,
        -- The last employed day, where it is known.
        ended_on date,
        -- The first day of the leave that it pauses for.
        paused_since date,
        buddy_person_id uuid,
        buddy_since date,
        talk_wanted_at timestamptz,
        talk_wanted_on date,
        talk_held_on date,
        primary key (tenant_id, id),
        constraint introduction_once unique (tenant_id, employment_id),
        foreign key (tenant_id, employment_id) references employments (tenant_id, id) on delete cascade,
        foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade,
        foreign key (tenant_id, unit_id) references units (tenant_id, id),
        foreign key (tenant_id, programme_id, version) references introduction_versions (tenant_id, programme_id, version),
        foreign key (tenant_id, buddy_person_id) references people (tenant_id, id),
        constraint introduction_buddy_whole check ((buddy_person_id is null) = (buddy_since is null)),
        constraint introduction_buddy_other check (buddy_person_id <> person_id),
        constraint introduction_talk_whole check ((talk_wanted_at is null) = (talk_wanted_on is null) and talk_held_on >= talk_wanted_on)
      );
      create index introductions_person on introductions (tenant_id, person_id);
      create index introductions_buddy on introductions (tenant_id, buddy_person_id);
      create index introductions_start on introductions (tenant_id, starts_on desc, id);
      call protect_tenant_rows('introductions');

      create table introduction_steps (
        tenant_id uuid not null,
        introduction_id uuid not null,
        position smallint not null,
        who text not null constraint introduction_step_who check (who in ('leader', 'buddy', 'hr', 'employee', 'amo')),
        moment text not null constraint introduction_step_moment check (moment in ('before-day-1', 'day-1', 'week-1', 'day-30',
          'day-60', 'day-90', 'day-180')),
        planned_on date not null,
        due_on date not null,
        settled_on date,
        outcome text constraint introduction_step_outcome check (outcome in ('done', 'not-relevant')),
        settled_by text constraint introduction_step_by check (settled_by in ('hr-manager', 'line-manager', 'buddy', 'employee')),
        settled_by_hat uuid,
        primary key (tenant_id, introduction_id, position),
        foreign key (tenant_id, introduction_id) references introductions (tenant_id, id) on delete cascade,
        constraint introduction_step_settled_whole check (num_nonnulls(settled_on, outcome, settled_by) in (0, 3))
      );
      create index introduction_steps_open on introduction_steps (tenant_id, due_on) where settled_on is null;
      call protect_tenant_rows('introduction_steps');

      -- Named answers about the introduction itself, and nothing else.
      create table introduction_check_ins (
        tenant_id uuid not null,
        introduction_id uuid not null,
        day smallint not null constraint introduction_check_in_day check (day in (7, 30, 90)),
        due_on date not null,
        answers jsonb,
        score numeric(4, 1) constraint introduction_check_in_score check (score between 0 and 100),
        answered_on date,
        primary key (tenant_id, introduction_id, day),
        foreign key (tenant_id, introduction_id) references introductions (tenant_id, id) on delete cascade,
        constraint introduction_check_in_whole check ((answers is null) = (answered_on is null))
      );
      call protect_tenant_rows('introduction_check_ins');

      -- The way in of those without a login. Of the secret only its hash is kept.
      create table introduction_links (
        tenant_id uuid not null,
        introduction_id uuid not null,
        holder text not null constraint introduction_link_holder check (holder in ('employee', 'buddy')),
        token_hash bytea not null constraint introduction_link_token unique,
        expires_on date not null,
        made_at timestamptz not null,
        made_by_hat uuid,
        primary key (tenant_id, introduction_id, holder),
        foreign key (tenant_id, introduction_id) references introductions (tenant_id, id) on delete cascade
      );
      call protect_rows('introduction_links',
        '(select through_system_door()) or array_position((select tenants_in_reach()), tenant_id) is not null');

      -- What has been told of a calendar year's new employees: each year once, and then as it was. No person stands here.
      create table introduction_cohort_cells (
        tenant_id uuid not null references employers (tenant_id),
        year smallint not null,
        cell text not null constraint cohort_cell check (cell in ('all', 'most', 'fewer')),
        -- Null for one to four.
        persons integer,
        reason text,
        figures jsonb,
        released_at timestamptz not null,
        primary key (tenant_id, year, cell),
        constraint cohort_released_or_hidden check ((reason is null) = (figures is not null))
      );
      call protect_tenant_rows('introduction_cohort_cells');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table introduction_cohort_cells, introduction_links, introduction_check_ins, introduction_steps, introductions, introduction_versions,
        introduction_programmes;
      drop index calendar_working_days;
    `);
  }
}
