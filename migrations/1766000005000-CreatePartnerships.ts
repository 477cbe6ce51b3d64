import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partnerships, the units in them and the packs of figures released to their steering group. */
export class CreatePartnerships1766000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partnerships (
        partnership_id uuid primary key default uuidv7(),
        name text not null collate "da-x-icu",
        starts_on date not null,
        ends_on date not null,
        created_at timestamptz not null default now(),
        constraint partnership_in_order check (ends_on > starts_on)
      );
      call protect_rows('partnerships', '(select through_system_door()) or partnership_id = any ((select partnerships_in_reach())::uuid[])');

      -- Who takes part, as the contract names them; an employer is a tenant, a payer or investor need not be.
      create table partnership_parties (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        role text not null constraint party_role check (role in ('municipality', 'employer', 'provider', 'payer',
          'investor', 'insurer', 'pension-fund', 'evaluator', 'observer', 'benefit-authority')),
        name text not null collate "da-x-icu",
        primary key (partnership_id, id),
        constraint party_once unique (partnership_id, role, name)
      );
      call protect_partnership_rows('partnership_parties');

      -- Names as the contract writes them: a steering group sees no tenant's own rows.
      create table partnership_units (
        partnership_id uuid not null references partnerships (partnership_id),
        tenant_id uuid not null,
        unit_id uuid not null,
        name text not null collate "da-x-icu",
        employer_name text not null collate "da-x-icu",
        sector text not null constraint partnership_unit_sector check (sector in ('municipal', 'regional', 'private')),
        arm text not null constraint partnership_arm check (arm in ('in', 'comparison')),
        valid daterange not null,
        constraint partnership_units_key primary key (partnership_id, tenant_id, unit_id, valid without overlaps)
      );
      call protect_partnership_rows('partnership_units');

      -- A released pack: aggregates that have passed the output policy, and nothing else.
      create table partnership_reports (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        period daterange not null,
        state text not null constraint partnership_report_state check (state in ('building', 'ready', 'failed')),
        content jsonb,
        failure text,
        created_by_hat uuid,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        primary key (partnership_id, id),
        constraint partnership_report_has_content check ((state = 'ready') = (content is not null))
      );
      call protect_partnership_rows('partnership_reports');

      -- The release ledger: which figure of which workplaces and days has left the house, or why it has not. What was
      -- released of each quantity stands beside it, so that a later release is compared with it (the difference rule).
      create table released_cells (
        partnership_id uuid not null,
        -- By which way it left, and which report, lab, version of a contract, estimate, settlement or release of the tracks that was.
        exit text not null constraint released_exit check (exit in ('report', 'lab', 'baseline', 'effect', 'settlement', 'evaluator',
          'tracks')),
        release text not null,
        measure text not null,
        cell text not null,
        period daterange not null,
        -- The first days of its months, where these are not all of the period.
        months date[],
        units uuid[] not null,
        reason text,
        -- None where few digits were told.
        amounts double precision[],
        read_at timestamptz not null,
        primary key (partnership_id, exit, release, measure, cell, period),
        constraint released_or_hidden check ((reason is null) = (amounts is not null))
      );
      create index released_cells_measure on released_cells (partnership_id, measure) where reason is null;
      call protect_partnership_rows('released_cells');

      -- An employer may raise the numbers of the output policy, never lower them (definitions 6.5).
      create table disclosure_limits (
        tenant_id uuid primary key references employers (tenant_id),
        persons integer not null default 10 constraint disclosure_persons check (persons >= 10),
        absent_persons integer not null default 5 constraint disclosure_absent_persons check (absent_persons >= 5),
        largest_share numeric(4, 3) not null default 0.5 constraint disclosure_largest_share check (largest_share > 0 and largest_share <= 0.5),
        count integer not null default 5 constraint disclosure_count check (count >= 5),
        share_base integer not null default 10 constraint disclosure_share_base check (share_base >= 10),
        survey_answers integer not null default 5 constraint disclosure_survey_answers check (survey_answers >= 5),
        survey_offensive integer not null default 20 constraint disclosure_survey_offensive check (survey_offensive >= 20),
        survey_comments integer not null default 10 constraint disclosure_survey_comments check (survey_comments >= 10)
      );
      call protect_tenant_rows('disclosure_limits');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table disclosure_limits, released_cells, partnership_reports, partnership_units, partnership_parties, partnerships',
    );
  }
}
