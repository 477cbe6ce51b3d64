import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The employment track of a partnership: benefit authorities, their citizens week by week, and what of it was released. */
export class CreateTracks1766000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A tenant is the one or the other for good (definitions 5.4): rows of employees hang on employers, rows of
      -- citizens on benefit authorities, and no tenant can be in both.
      alter table tenants add constraint tenant_of_kind unique (id, kind);
      alter table employers add column kind text not null default 'employer'
        constraint employer_kind check (kind = 'employer');
      alter table employers add constraint employer_is_one foreign key (tenant_id, kind) references tenants (id, kind);
      create table benefit_authorities (
        tenant_id uuid primary key references tenants (id),
        kind text not null default 'benefit-authority' constraint authority_kind check (kind = 'benefit-authority'),
        name text not null collate "da-x-icu",
        created_at timestamptz not null default now(),
        constraint authority_is_one foreign key (tenant_id, kind) references tenants (id, kind)
      );
      call protect_tenant_rows('benefit_authorities');

      -- A citizen stands under a case number of the authority's own, and under nothing that an employee stands under.
      create table citizens (
        tenant_id uuid not null references benefit_authorities (tenant_id),
        id uuid not null default uuidv7(),
        case_number text not null collate "da-x-icu",
        audit_key uuid not null default gen_random_uuid(),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        constraint citizen_case_number unique (tenant_id, case_number)
      );
      call protect_tenant_rows('citizens');

      -- Job coaches and caseworkers as the authority's files call them; a login is linked by its administrator.
      create table track_workers (
        tenant_id uuid not null references benefit_authorities (tenant_id),
        id uuid not null default uuidv7(),
        kind text not null constraint track_worker_kind check (kind in ('job-coach', 'caseworker')),
        code text not null collate "da-x-icu",
        hat_id uuid,
        primary key (tenant_id, id),
        constraint track_worker_code unique (tenant_id, kind, code)
      );
      create index track_workers_hat on track_workers (tenant_id, hat_id);
      call protect_tenant_rows('track_workers');

      create table track_imports (
        tenant_id uuid not null references benefit_authorities (tenant_id),
        id uuid not null default uuidv7(),
        file_name text not null,
        -- The raw file, sealed; gone as soon as it is read.
        file_id uuid,
        file_bytes bigint not null,
        state text not null constraint track_import_state
          check (state in ('waiting', 'recorded', 'failed', 'undoing', 'undone')),
        failure text,
        counts jsonb,
        created_by_hat uuid,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        undone_at timestamptz,
        primary key (tenant_id, id)
      );
      call protect_tenant_rows('track_imports');

      create table track_import_rejections (
        tenant_id uuid not null,
        import_id uuid not null,
        line integer not null,
        code text not null,
        -- The mapped cells as they stood in the file, sealed.
        row_cipher bytea,
        primary key (tenant_id, import_id, line),
        foreign key (tenant_id, import_id) references track_imports (tenant_id, id) on delete cascade
      );
      call protect_tenant_rows('track_import_rejections');

      create table citizen_weeks (
        tenant_id uuid not null,
        citizen_id uuid not null,
        -- Its Monday.
        week date not null constraint week_begins_on_monday check (extract(isodow from week) = 1),
        benefit text not null constraint week_benefit check (benefit in ('sickness-benefit', 'job-clarification',
          'flexi-job', 'flexi-unemployment', 'disability-pension', 'self-support')),
        coach_id uuid,
        caseworker_id uuid,
        primary key (tenant_id, citizen_id, week),
        foreign key (tenant_id, citizen_id) references citizens (tenant_id, id) on delete cascade,
        foreign key (tenant_id, coach_id) references track_workers (tenant_id, id),
        foreign key (tenant_id, caseworker_id) references track_workers (tenant_id, id)
      );
      call protect_tenant_rows('citizen_weeks');

      -- What an import found and left of a week, so that it can be undone.
      create table citizen_week_changes (
        tenant_id uuid not null,
        import_id uuid not null,
        citizen_id uuid not null,
        week date not null,
        before jsonb,
        after jsonb not null,
        primary key (tenant_id, import_id, citizen_id, week),
        foreign key (tenant_id, import_id) references track_imports (tenant_id, id) on delete cascade,
        foreign key (tenant_id, citizen_id) references citizens (tenant_id, id) on delete cascade
      );
      create index citizen_week_changes_citizen on citizen_week_changes (tenant_id, citizen_id);
      call protect_tenant_rows('citizen_week_changes');

      -- Read model of a citizen's weeks, made anew for those an import touches.
      create table citizen_standings (
        tenant_id uuid not null,
        citizen_id uuid not null,
        first_week date not null,
        last_week date not null,
        benefit text not null,
        benefit_since date not null,
        coach_id uuid,
        caseworker_id uuid,
        coach_changes integer not null,
        self_support_week date,
        primary key (tenant_id, citizen_id),
        foreign key (tenant_id, citizen_id) references citizens (tenant_id, id) on delete cascade
      );
      create index citizen_standings_coach on citizen_standings (tenant_id, coach_id);
      call protect_tenant_rows('citizen_standings');

      -- When a coach or caseworker meets a citizen; no field is for what was said.
      create table citizen_contacts (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        citizen_id uuid not null,
        kind text not null constraint citizen_contact_kind check (kind in ('meeting', 'phone', 'video', 'workplace')),
        planned_on date not null,
        held_on date,
        recorded_by_hat uuid not null,
        recorded_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, citizen_id) references citizens (tenant_id, id) on delete cascade
      );
      create index citizen_contacts_citizen on citizen_contacts (tenant_id, citizen_id, planned_on);
      call protect_tenant_rows('citizen_contacts');

      grant maintain on citizens, citizen_weeks, citizen_standings to naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table citizen_contacts, citizen_standings, citizen_week_changes, citizen_weeks, track_import_rejections,
        track_imports, track_workers, citizens, benefit_authorities;
      alter table employers drop constraint employer_is_one, drop column kind;
      alter table tenants drop constraint tenant_of_kind;
    `);
  }
}
