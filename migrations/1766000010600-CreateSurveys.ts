import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds of a survey, who was invited, and what was answered. Nothing joins the last two: an answer has a random key and
 * no time, and is written among others in an order drawn by lot.
 */
export class CreateSurveys1766000010600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table survey_rounds (
        tenant_id uuid not null references employers (tenant_id),
        round_id uuid not null default uuidv7(),
        -- The rounds of one pulse have the series in common.
        series_id uuid not null,
        kind text not null constraint round_kind check (kind in ('once', 'pulse', 'newcomers', 'apv')),
        title jsonb not null,
        -- The whole questionnaire as it was at opening.
        instrument jsonb not null,
        every_weeks integer constraint round_every check (every_weeks between 1 and 104),
        opens_on date not null,
        closes_on date not null,
        -- Whom it asks: none named is everybody.
        unit_ids uuid[] not null default '{}',
        job_groups text[] not null default '{}',
        tenure_from integer constraint round_tenure_from check (tenure_from >= 0),
        tenure_to integer constraint round_tenure_to check (tenure_to >= 0),
        as_of date,
        channels text[] not null constraint round_channels check (cardinality(channels) > 0
          and channels <@ array['mail', 'sms', 'letter', 'kiosk']),
        -- Invited people that one signing key stands for, at least.
        minimum integer not null constraint round_minimum check (minimum >= 5),
        opened_at timestamptz,
        closed_at timestamptz,
        created_by_hat uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, round_id),
        constraint round_order check (closes_on >= opens_on),
        constraint round_pulse check ((kind = 'pulse') = (every_weeks is not null)),
        constraint round_closed_after_opened check (closed_at is null or opened_at is not null)
      );
      create unique index survey_rounds_series on survey_rounds (tenant_id, series_id, opens_on);
      create index survey_rounds_listed on survey_rounds (tenant_id, opens_on, round_id);
      call protect_tenant_rows('survey_rounds');

      -- Made ahead of the opening, one for each reporting group; the private part goes when the round closes.
      create table survey_keys (
        tenant_id uuid not null,
        round_id uuid not null,
        -- SHA-256 of the public key, the first 16 bytes in hexadecimal.
        fingerprint text not null,
        public_key bytea not null,
        private_key_cipher bytea,
        primary key (tenant_id, round_id, fingerprint),
        foreign key (tenant_id, round_id) references survey_rounds (tenant_id, round_id) on delete cascade
      );
      call protect_tenant_rows('survey_keys');

      -- A reporting group: the invited of a unit and of those below it that are too small for a group of their own.
      create table survey_groups (
        tenant_id uuid not null,
        round_id uuid not null,
        group_id uuid not null default gen_random_uuid(),
        -- Null: what is left over of the whole employer.
        unit_id uuid,
        fingerprint text not null,
        invited integer not null,
        opened_on date not null,
        primary key (tenant_id, round_id, group_id),
        foreign key (tenant_id, round_id, fingerprint) references survey_keys (tenant_id, round_id, fingerprint),
        foreign key (tenant_id, unit_id) references units (tenant_id, id),
        constraint group_key unique (tenant_id, round_id, fingerprint)
      );
      call protect_tenant_rows('survey_groups');

      -- Definitions 8.1: of an invited person it is only kept that a token was issued, and the day.
      create table survey_invitations (
        tenant_id uuid not null,
        invitation_id uuid not null default gen_random_uuid(),
        round_id uuid not null,
        group_id uuid not null,
        person_id uuid not null,
        unit_id uuid,
        channel text not null constraint invitation_channel check (channel in ('mail', 'sms', 'letter', 'kiosk')),
        -- Of the code for a kiosk. The secret of a link is derived from the employer's key: nothing here opens one.
        code_hash text,
        -- Of the blinded message that was signed: the same is signed again, another is not.
        blinded_hash bytea,
        token_issued_on date,
        primary key (tenant_id, invitation_id),
        foreign key (tenant_id, round_id, group_id) references survey_groups (tenant_id, round_id, group_id),
        foreign key (tenant_id, person_id) references people (tenant_id, id),
        constraint invitation_once unique (tenant_id, round_id, person_id),
        constraint invitation_issued_whole check ((blinded_hash is null) = (token_issued_on is null))
      );
      create index survey_invitations_person on survey_invitations (tenant_id, person_id);
      create unique index survey_invitations_code on survey_invitations (tenant_id, round_id, code_hash) where code_hash is not null;
      call protect_tenant_rows('survey_invitations');

      -- No time, no serial number, no person: what an answer is found by is drawn by lot.
      create table survey_answers (
        tenant_id uuid not null,
        round_id uuid not null,
        group_id uuid not null,
        answer_id uuid not null default gen_random_uuid(),
        answers jsonb not null,
        primary key (tenant_id, round_id, group_id, answer_id),
        foreign key (tenant_id, round_id, group_id) references survey_groups (tenant_id, round_id, group_id)
      );
      call protect_tenant_rows('survey_answers');

      create table survey_spent_tokens (
        tenant_id uuid not null,
        round_id uuid not null,
        token_hash bytea not null,
        primary key (tenant_id, round_id, token_hash),
        foreign key (tenant_id, round_id) references survey_rounds (tenant_id, round_id)
      );
      call protect_tenant_rows('survey_spent_tokens');

      -- An answer is written once: nobody edits one.
      revoke update on survey_answers, survey_spent_tokens from naervaer_app;
      grant maintain on survey_groups, survey_invitations, survey_answers to naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table survey_spent_tokens, survey_answers, survey_invitations, survey_groups, survey_keys, survey_rounds',
    );
  }
}
