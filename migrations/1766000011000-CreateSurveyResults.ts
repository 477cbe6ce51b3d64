import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a closed round may be seen, frozen; what was agreed on it; and the workplace assessment (APV). */
export class CreateSurveyResults1766000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row a unit of the tree as it stood, and one (place 0) of the whole round. Places are numbered from the top
      -- down: a unit and all below it are those from place to last_place. Hidden cells hold their reason and no figure.
      create table survey_results (
        tenant_id uuid not null,
        round_id uuid not null,
        place integer not null,
        last_place integer not null,
        parent_place integer,
        depth integer not null,
        unit_id uuid,
        name text not null collate "da-x-icu",
        kind text,
        parts integer not null,
        invited integer not null,
        answered integer,
        reason text,
        needs integer,
        has integer,
        shown_in integer,
        comments boolean not null,
        -- By scale and by item, in the order of the instrument.
        scales jsonb not null,
        items jsonb not null,
        primary key (tenant_id, round_id, place),
        foreign key (tenant_id, round_id) references survey_rounds (tenant_id, round_id),
        constraint survey_result_unit unique nulls not distinct (tenant_id, round_id, unit_id)
      );
      create index survey_results_parent on survey_results (tenant_id, round_id, parent_place, name);
      create index survey_results_trend on survey_results (tenant_id, unit_id);
      call protect_tenant_rows('survey_results');

      -- Comments of groups that are large enough, in an order drawn by lot; under the lowest unit that shows them.
      create table survey_comments (
        tenant_id uuid not null,
        round_id uuid not null,
        position integer not null,
        place integer not null,
        item_id text not null,
        words text not null,
        primary key (tenant_id, round_id, position),
        foreign key (tenant_id, round_id, place) references survey_results (tenant_id, round_id, place)
      );
      create index survey_comments_place on survey_comments (tenant_id, round_id, place);
      call protect_tenant_rows('survey_comments');

      -- The release ledger of surveys: which answers (by reporting group) each figure that left covers, and why another
      -- did not. A round is released once: its key stands against a second cut of the same answers.
      create table survey_releases (
        tenant_id uuid not null,
        round_id uuid not null,
        place integer not null,
        last_place integer not null,
        unit_id uuid,
        -- Groups right here; those of the cell are the ones of all places to last_place.
        groups uuid[] not null,
        -- By measure: null where its figure was shown, else why not.
        decisions jsonb not null,
        released_at timestamptz not null,
        primary key (tenant_id, round_id, place)
      );
      call protect_tenant_rows('survey_releases');
      revoke update on survey_results, survey_comments, survey_releases from naervaer_app;

      create table action_plans (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        round_id uuid not null,
        -- Null: the whole round.
        unit_id uuid,
        scale_id text,
        theme text not null,
        goal text not null,
        owner text not null,
        due_on date not null,
        status text not null constraint action_plan_status check (status in ('planned', 'under-way', 'done', 'dropped')),
        outcome text not null default '',
        version integer not null default 1,
        made_by_hat uuid,
        made_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, round_id) references survey_rounds (tenant_id, round_id),
        foreign key (tenant_id, unit_id) references units (tenant_id, id)
      );
      create index action_plans_round on action_plans (tenant_id, round_id, unit_id);
      create index action_plans_due on action_plans (tenant_id, due_on);
      call protect_tenant_rows('action_plans');

      -- Workplace assessments: the five phases, each with its evidence and who of the working-environment organisation took part.
      create table apv_assessments (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        title text not null,
        occasion text not null constraint apv_occasion check (occasion in ('cycle', 'change', 'first')),
        begun_on date not null,
        completed_on date,
        round_id uuid,
        made_by_hat uuid,
        made_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, round_id) references survey_rounds (tenant_id, round_id),
        constraint apv_order check (completed_on >= begun_on)
      );
      call protect_tenant_rows('apv_assessments');

      create table apv_phases (
        tenant_id uuid not null,
        apv_id uuid not null,
        phase text not null constraint apv_phase check (phase in ('mapping', 'assessment', 'absence', 'action-plan', 'follow-up')),
        done_on date not null,
        evidence text not null,
        -- Who of the working-environment organisation took part.
        participants text not null,
        -- Of the phase about absence: the figures as they were released, for good.
        figures jsonb,
        recorded_by_hat uuid,
        recorded_at timestamptz not null default now(),
        primary key (tenant_id, apv_id, phase),
        foreign key (tenant_id, apv_id) references apv_assessments (tenant_id, id) on delete cascade
      );
      call protect_tenant_rows('apv_phases');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table apv_phases, apv_assessments, action_plans, survey_releases, survey_comments, survey_results',
    );
  }
}
