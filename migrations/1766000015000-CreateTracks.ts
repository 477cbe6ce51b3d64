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

      -- Which authorities take part in a partnership, as its contract names them; aggregates of theirs, and nothing else.
      create table partnership_authorities (
        partnership_id uuid not null references partnerships (partnership_id),
        tenant_id uuid not null,
        name text not null collate "da-x-icu",
        valid daterange not null,
        constraint partnership_authorities_key primary key (partnership_id, tenant_id, valid without overlaps)
      );
      call protect_partnership_rows('partnership_authorities');

      -- The tracks' figures of a period as they left the house: aggregates that have passed the output policy.
      create table track_releases (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        period daterange not null,
        content jsonb not null,
        known_until date,
        released_by_hat uuid,
        released_at timestamptz not null,
        primary key (partnership_id, id)
      );
      call protect_partnership_rows('track_releases');

      -- Their release ledger: each figure with its amounts, or why it was hidden, so that later ones are compared with it.
      create table track_released_cells (
        partnership_id uuid not null,
        release_id uuid not null,
        measure text not null,
        cell text not null,
        period daterange not null,
        units uuid[] not null,
        reason text,
        amounts double precision[],
        read_at timestamptz not null,
        primary key (partnership_id, release_id, measure, cell),
        foreign key (partnership_id, release_id) references track_releases (partnership_id, id),
        constraint track_cell_released_or_hidden check ((reason is null) = (amounts is not null))
      );
      call protect_partnership_rows('track_released_cells');

      -- The learning track keeps no person: how many were invited to a course and came, how many have a competence.
      create table courses (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        title text not null,
        held_on date not null,
        hours numeric(5, 2) not null constraint course_hours check (hours > 0 and hours <= 400),
        invited integer not null constraint course_invited check (invited > 0),
        attended integer not null,
        recorded_by_hat uuid not null,
        recorded_at timestamptz not null,
        primary key (tenant_id, id),
        constraint course_attended check (attended between 0 and invited)
      );
      call protect_tenant_rows('courses');

      create table competences (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        name text not null,
        counted_on date not null,
        needed integer not null constraint competence_needed check (needed > 0),
        holding integer not null,
        recorded_by_hat uuid not null,
        recorded_at timestamptz not null,
        primary key (tenant_id, id),
        constraint competence_holding check (holding between 0 and needed)
      );
      call protect_tenant_rows('competences');

      grant maintain on citizens, citizen_weeks, citizen_standings to naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table competences, courses, track_released_cells, track_releases, partnership_authorities, citizen_contacts, citizen_standings, citizen_week_changes, citizen_weeks, track_import_rejections,
        track_imports, track_workers, citizens, benefit_authorities;
      alter table employers drop constraint employer_is_one, drop column kind;
      alter table tenants drop constraint tenant_of_kind;
    `);
  }
}
