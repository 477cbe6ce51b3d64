import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spells in two times, their sources, imports and the month facts that screens read. */
export class CreateAbsence1766000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- working_ordinal counts working days since the first day held, so that a span's working days are one subtraction.
      create table calendar_days (
        day date primary key,
        working boolean not null,
        working_ordinal integer not null
      );
      grant select on calendar_days to naervaer_app;

      create table imports (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        kind text not null constraint import_kind check (kind in ('roster', 'absences')),
        source text not null,
        file_name text not null,
        file_id uuid,
        file_bytes bigint not null,
        profile_id uuid,
        mapping jsonb,
        outline jsonb,
        data_as_of date not null,
        snapshot_window daterange,
        state text not null constraint import_state check (state in ('uploaded', 'analysing', 'analysed', 'confirmed',
          'applying', 'applied', 'cancelled', 'failed', 'undoing', 'undone')),
        rows_read bigint not null default 0,
        bytes_read bigint not null default 0,
        counts jsonb,
        failure text,
        created_by text,
        created_at timestamptz not null default now(),
        confirmed_by text,
        confirmed_at timestamptz,
        finished_at timestamptz,
        undone_at timestamptz,
        primary key (tenant_id, id)
      );
      call protect_tenant_rows('imports');

      create table import_profiles (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        name text not null,
        kind text not null constraint import_profile_kind check (kind in ('roster', 'absences')),
        source text not null,
        mapping jsonb not null,
        -- How many whole months back a file is complete; null for deltas (definitions 3.1).
        snapshot_months integer constraint import_profile_months check (snapshot_months between 1 and 120),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        constraint import_profile_name unique (tenant_id, name)
      );
      call protect_tenant_rows('import_profiles');

      create table import_rejections (
        tenant_id uuid not null,
        import_id uuid not null,
        line integer not null,
        severity text not null constraint rejection_severity check (severity in ('rejected', 'warning')),
        code text not null,
        row_cipher bytea,
        primary key (tenant_id, import_id, line, code),
        foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
      );
      call protect_tenant_rows('import_rejections');

      create table absence_sources (
        tenant_id uuid not null references employers (tenant_id),
        source text not null,
        known_until date not null,
        primary key (tenant_id, source)
      );
      call protect_tenant_rows('absence_sources');

      -- One row a stretch of one kind and degree, as payrolls send them; touching rows count as one spell (definitions 1.4).
      create table spells (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        employment_id uuid not null,
        kind text not null constraint spell_kind check (kind in ('own-sickness', 'partial-sickness', 'work-injury',
          'section-56', 'section-56-partial', 'pregnancy-related', 'child-first-day', 'child-second-day', 'parental-leave', 'other')),
        first_on date not null,
        last_on date,
        degree numeric(4, 3) not null default 1 constraint spell_degree check (degree > 0 and degree <= 1),
        source text not null,
        source_code text not null default '',
        source_first_on date not null,
        registered_on date not null,
        registered_assumed boolean not null,
        received_at timestamptz not null default now(),
        recorded_by text,
        import_id uuid,
        corrected_by_hand boolean not null default false,
        version integer not null default 1,
        constraint spells_key primary key (tenant_id, id),
        constraint spell_in_order check (last_on >= first_on),
        foreign key (tenant_id, employment_id) references employments (tenant_id, id),
        constraint spells_identity unique (tenant_id, employment_id, source, source_code, source_first_on),
        constraint spells_do_not_overlap exclude using gist (tenant_id with =, employment_id with =,
          daterange(first_on, last_on, '[]') with &&)
          where (kind in ('own-sickness', 'partial-sickness', 'work-injury', 'section-56', 'section-56-partial', 'pregnancy-related'))
      );
      create index spells_import on spells (tenant_id, import_id);
      create index spells_days on spells (tenant_id, last_on, first_on);
      call protect_tenant_rows('spells');
      grant maintain on spells to naervaer_app;

      -- What a spell said before it was corrected, confirmed or deleted. Never changed, never removed by hand.
      create table spell_versions (
        tenant_id uuid not null,
        spell_id uuid not null,
        version integer not null,
        employment_id uuid not null,
        kind text not null,
        first_on date not null,
        last_on date,
        degree numeric(4, 3) not null,
        source text not null,
        source_code text not null,
        source_first_on date not null,
        registered_on date not null,
        registered_assumed boolean not null,
        received_at timestamptz not null,
        recorded_by text,
        import_id uuid,
        corrected_by_hand boolean not null,
        superseded_registered_on date not null,
        superseded_at timestamptz not null default now(),
        superseded_by text,
        superseded_import_id uuid,
        change text not null constraint spell_change check (change in ('corrected', 'recovered', 'confirmed', 'changed', 'removed', 'deleted', 'undone')),
        reason_cipher bytea,
        primary key (tenant_id, spell_id, version)
      );
      create index spell_versions_employment on spell_versions (tenant_id, employment_id);
      create index spell_versions_import on spell_versions (tenant_id, superseded_import_id);
      call protect_tenant_rows('spell_versions');

      -- One row a unit and whole month, of those directly in it. Days are dagsværk of 7.4 hours, calendar-imputed
      -- (definitions 7.1). Absence is cause 1100 of Danmarks Statistik; work injury, cause 1300, stands apart.
      create table month_facts (
        tenant_id uuid not null,
        unit_id uuid not null,
        month date not null constraint month_fact_month check (extract(day from month) = 1),
        employed_at_end integer not null,
        employed_days integer not null,
        fte_days numeric(14, 4) not null,
        possible_days numeric(14, 4) not null,
        absence_days numeric(14, 4) not null,
        short_days numeric(14, 4) not null,
        medium_days numeric(14, 4) not null,
        long_days numeric(14, 4) not null,
        injury_days numeric(14, 4) not null,
        spells_begun integer not null,
        spells_ended integer not null,
        ended_calendar_days integer not null,
        computed_at timestamptz not null default now(),
        primary key (tenant_id, unit_id, month)
      );
      call protect_tenant_rows('month_facts');

      -- Units whose month facts are out of date. Only ever appended to by those who change spells: a row that is shared
      -- and updated would make a change wait for the job, or be taken by a job that cannot see the change yet.
      create table stale_units (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        unit_id uuid not null,
        primary key (tenant_id, id)
      );
      call protect_tenant_rows('stale_units');

      -- The months that an employer's facts hold; when these change, all are made anew.
      create table fact_windows (
        tenant_id uuid primary key references employers (tenant_id),
        first_month date not null,
        last_month date not null
      );
      call protect_tenant_rows('fact_windows');

      -- The overview of an employer as last computed; thrown away when anything under it changes, stale after its day.
      create table overviews (
        tenant_id uuid not null references employers (tenant_id),
        months integer not null,
        computed_on date not null,
        figures jsonb not null,
        units jsonb not null,
        primary key (tenant_id, months)
      );
      call protect_tenant_rows('overviews');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table overviews, fact_windows, stale_units, month_facts, spell_versions, spells, absence_sources,
      import_rejections, import_profiles, imports, calendar_days`);
  }
}
