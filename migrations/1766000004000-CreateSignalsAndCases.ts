import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Early-absence signals, the cases they lead to and who is told. */
export class CreateSignalsAndCases1766000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every rule set as it was recorded. On a day holds the newest of those from the latest day that are not taken back.
      create table signal_settings (
        tenant_id uuid not null references employers (tenant_id),
        number integer not null default 1,
        valid_from date not null default '0001-01-01',
        contact_days integer[] not null default '{1,5,14,28}',
        spells_threshold integer not null default 3,
        spells_window integer not null default 183,
        days_threshold integer not null default 15,
        days_window integer not null default 365,
        counted_kinds text[] not null default '{own-sickness,partial-sickness}',
        assumed_lag_days integer not null default 3,
        pays_wage boolean not null default true,
        unit_spells boolean not null default false,
        informed_on date,
        discussed_on date,
        minutes_reference text,
        -- Null for those that an employer begins with.
        reason text,
        recorded_by_hat uuid,
        recorded_at timestamptz not null default now(),
        taken_back_by_hat uuid,
        taken_back_at timestamptz,
        primary key (tenant_id, number),
        constraint signal_contact_days check (1 <= all (contact_days) and 365 >= all (contact_days)),
        constraint signal_windows check (spells_window between 1 and 731 and days_window between 1 and 731),
        constraint signal_thresholds check (spells_threshold >= 1 and days_threshold >= 1)
      );
      create index signal_settings_by_day on signal_settings (tenant_id, valid_from desc, number desc) where taken_back_at is null;
      call protect_tenant_rows('signal_settings');
      revoke update, delete on signal_settings from naervaer_app;
      grant update (taken_back_by_hat, taken_back_at) on signal_settings to naervaer_app;

      create table signals (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        -- Null where the signal is about a unit.
        person_id uuid,
        employment_id uuid,
        unit_id uuid not null,
        rule text not null,
        -- Of an introduction: who alone is told and sees it. Null where the rule and the reach of hats decide.
        responsible text constraint signal_responsible check (responsible in ('line-manager', 'hr-manager')),
        reason_from date not null,
        reason_to date not null,
        episode_on date,
        facts jsonb not null,
        raised_on date not null,
        raised_at timestamptz not null default now(),
        due_on date not null,
        learned_late boolean not null default false,
        updated_at timestamptz not null default now(),
        claimed_by_hat uuid,
        claimed_at timestamptz,
        acted_at timestamptz,
        reason_ended_on date,
        withdrawn_at timestamptz,
        escalated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, person_id) references people (tenant_id, id),
        foreign key (tenant_id, employment_id) references employments (tenant_id, id),
        foreign key (tenant_id, unit_id) references units (tenant_id, id),
        constraint signal_about_one check (num_nonnulls(person_id, employment_id) in (0, 2)),
        constraint signal_of_an_introduction check (responsible is null or person_id is not null)
      );
      -- A window rule stands once while its reason lasts; a contact day or deadline once an episode (definitions 2.3, 4.3).
      create unique index signals_standing on signals (tenant_id, person_id, rule)
        where episode_on is null and reason_ended_on is null and withdrawn_at is null;
      create unique index signals_episode on signals (tenant_id, person_id, rule, episode_on)
        where episode_on is not null and withdrawn_at is null and responsible is null;
      -- What is told of a unit or of an introduction is raised once for the day its reason came.
      create unique index signals_reason on signals (tenant_id, coalesce(person_id, unit_id), rule, coalesce(responsible, ''), episode_on)
        where (person_id is null or responsible is not null) and withdrawn_at is null;
      create index signals_worklist on signals (tenant_id, raised_on desc, id)
        where reason_ended_on is null and withdrawn_at is null and acted_at is null;
      create index signals_unit on signals (tenant_id, unit_id);
      create index signals_employment on signals (tenant_id, employment_id, rule);
      create index signals_due on signals (tenant_id, due_on);
      create index signals_unsettled on signals (tenant_id, reason_ended_on) where withdrawn_at is null;
      call protect_tenant_rows('signals');

      create table cases (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        subject text not null constraint case_subject check (subject in ('person', 'unit')),
        person_id uuid,
        unit_id uuid not null,
        opened_on date not null,
        opened_at timestamptz not null default now(),
        opened_by_hat uuid not null,
        owner_hat uuid not null,
        -- Free text, sealed: what a case about a unit is about.
        theme_cipher bytea,
        environment_group_informed_on date,
        closed_on date,
        closed_at timestamptz,
        closed_by_hat uuid,
        outcome text constraint case_outcome check (outcome in ('back-at-work', 'back-with-adjustments', 'other-job-same-employer',
          'left-employer', 'no-further-need', 'measures-agreed', 'declined')),
        primary key (tenant_id, id),
        foreign key (tenant_id, person_id) references people (tenant_id, id),
        foreign key (tenant_id, unit_id) references units (tenant_id, id),
        constraint case_has_its_subject check ((subject = 'person') = (person_id is not null)),
        constraint case_closed_whole check (num_nonnulls(closed_on, closed_at, closed_by_hat, outcome) in (0, 4))
      );
      create index cases_person on cases (tenant_id, person_id);
      create index cases_owner on cases (tenant_id, owner_hat) where closed_at is null;
      call protect_tenant_rows('cases');

      create table case_signals (
        tenant_id uuid not null,
        case_id uuid not null,
        signal_id uuid not null,
        primary key (tenant_id, case_id, signal_id),
        foreign key (tenant_id, case_id) references cases (tenant_id, id),
        foreign key (tenant_id, signal_id) references signals (tenant_id, id) on delete cascade
      );
      call protect_tenant_rows('case_signals');

      -- A contact attempted or reached, or a conversation held. Agreement and next step are encrypted; no field is for illness.
      create table contacts (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        signal_id uuid,
        case_id uuid,
        kind text not null constraint contact_kind check (kind in ('line-manager', 'employee', 'conversation', 'section-7a-talk', 'section-40-notification', 'visit', 'advice')),
        held_on date not null,
        reached boolean not null,
        employee_agreed_on date,
        hours numeric(4, 2),
        agreement_cipher bytea,
        next_step_cipher bytea,
        recorded_at timestamptz not null default now(),
        recorded_by_hat uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, signal_id) references signals (tenant_id, id) on delete set null (signal_id),
        foreign key (tenant_id, case_id) references cases (tenant_id, id),
        constraint contact_about_something check (num_nonnulls(signal_id, case_id) >= 1),
        constraint contact_employee_agreed check (kind <> 'employee' or employee_agreed_on is not null)
      );
      create index contacts_signal on contacts (tenant_id, signal_id);
      create index contacts_case on contacts (tenant_id, case_id);
      call protect_tenant_rows('contacts');

      create table referrals (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        case_id uuid not null,
        specialist text not null constraint referral_specialist check (specialist in ('psychologist', 'physiotherapist',
          'occupational-health', 'working-environment', 'job-coach', 'municipality', 'other')),
        asked_on date not null,
        held_on date,
        recorded_at timestamptz not null default now(),
        recorded_by_hat uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, case_id) references cases (tenant_id, id),
        constraint referral_in_order check (held_on >= asked_on)
      );
      create index referrals_case on referrals (tenant_id, case_id);
      call protect_tenant_rows('referrals');

      -- What was agreed for a unit. Free text, sealed; it names no person.
      create table case_measures (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        case_id uuid not null,
        measure_cipher bytea not null,
        agreed_on date not null,
        due_on date,
        status text not null default 'agreed' constraint measure_status check (status in ('agreed', 'done', 'dropped')),
        settled_on date,
        recorded_at timestamptz not null default now(),
        recorded_by_hat uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, case_id) references cases (tenant_id, id),
        constraint measure_in_order check (due_on >= agreed_on and settled_on >= agreed_on),
        constraint measure_settled check ((status = 'agreed') = (settled_on is null))
      );
      create index case_measures_case on case_measures (tenant_id, case_id);
      call protect_tenant_rows('case_measures');

      create table follow_ups (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        case_id uuid not null,
        due_on date not null,
        done_on date,
        recorded_at timestamptz not null default now(),
        recorded_by_hat uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, case_id) references cases (tenant_id, id)
      );
      create index follow_ups_case on follow_ups (tenant_id, case_id);
      create index follow_ups_due on follow_ups (tenant_id, due_on) where done_on is null;
      call protect_tenant_rows('follow_ups');

      -- One row a person to be told of one thing; the digest gathers them by day.
      create table notices (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        hat_id uuid not null,
        event text not null,
        subject_id uuid not null,
        urgent boolean not null default false,
        created_at timestamptz not null default now(),
        mail_id uuid,
        primary key (tenant_id, id),
        constraint notice_once unique (tenant_id, subject_id, event, hat_id)
      );
      create index notices_unsent on notices (tenant_id, hat_id) where mail_id is null;
      call protect_tenant_rows('notices');

      create table mails (
        id uuid primary key default uuidv7(),
        user_id text not null,
        template text not null constraint mail_template 
          check (template in ('digest', 'urgent', 'request-asked', 'request-decided', 'pack-ready', 'settlement-sent',
            'certificate-ends', 'attestation-owed', 'attestation-awaited')),
        language text not null,
        digest_on date,
        content jsonb not null,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        constraint mail_digest_once unique (user_id, digest_on)
      );
      call protect_system_rows('mails');
      -- A mail is written where its notices are; only the system door reads and sends it.
      create policy write_from_any_door on mails for insert with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table mails, notices, follow_ups, case_measures, referrals, contacts, case_signals, cases, signals, signal_settings',
    );
  }
}
