import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employers, the tree of units with its history, people and their employments over time. */
export class CreateOrganisationsAndPeople1766000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table employers (
        tenant_id uuid primary key references tenants (id),
        name text not null collate "da-x-icu",
        sector text not null constraint employer_sector check (sector in ('municipal', 'regional', 'private')),
        created_at timestamptz not null default now()
      );
      call protect_tenant_rows('employers');

      -- Definitions 4.7: nothing is raised and nobody alerted before this record is complete.
      create table go_lives (
        tenant_id uuid primary key references employers (tenant_id),
        dpia_approved_by text,
        dpia_approved_on date,
        works_council_on date,
        minutes_reference text,
        informed_text text,
        informed_on date,
        notice_days integer not null default 42 constraint go_live_notice check (notice_days between 0 and 365),
        recipients text,
        retention text,
        live_from date
      );
      call protect_tenant_rows('go_lives');

      -- Every record as it was kept, drafts too: what was approved, discussed and told, by whom and when it was said.
      create table go_live_records (
        tenant_id uuid not null references employers (tenant_id),
        number integer not null,
        record jsonb not null,
        recorded_by_hat uuid,
        recorded_at timestamptz not null,
        primary key (tenant_id, number)
      );
      call protect_tenant_rows('go_live_records');
      revoke update, delete on go_live_records from naervaer_app;

      -- The impact assessment as it stood when its approval was recorded: under the record that first has the approval.
      create table impact_assessments (
        tenant_id uuid not null,
        number integer not null,
        document_cipher bytea not null,
        document_hash bytea not null,
        primary key (tenant_id, number),
        constraint assessment_record foreign key (tenant_id, number) references go_live_records (tenant_id, number)
      );
      call protect_tenant_rows('impact_assessments');
      revoke update, delete on impact_assessments from naervaer_app;
      -- Another key seals the same document anew.
      grant update (document_cipher) on impact_assessments to naervaer_app;

      create table units (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id)
      );
      call protect_tenant_rows('units');
      alter table mandate_units add constraint mandate_unit foreign key (tenant_id, unit_id) references units (tenant_id, id);

      -- One row a unit and period: its name, parent and path (root first, itself last) as they stood then.
      create table unit_versions (
        tenant_id uuid not null,
        unit_id uuid not null,
        valid daterange not null,
        name text not null collate "da-x-icu",
        kind text not null constraint unit_kind check (kind in ('workplace', 'department', 'team')),
        parent_id uuid,
        path uuid[] not null,
        constraint unit_versions_key primary key (tenant_id, unit_id, valid without overlaps),
        foreign key (tenant_id, unit_id) references units (tenant_id, id),
        foreign key (tenant_id, parent_id) references units (tenant_id, id),
        constraint unit_path_ends_in_itself check (path[array_upper(path, 1)] = unit_id)
      );
      create index unit_versions_path on unit_versions using gin (path);
      create index unit_versions_parent on unit_versions (tenant_id, parent_id);
      call protect_tenant_rows('unit_versions');

      create table people (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        person_key text not null,
        name text not null collate "da-x-icu",
        created_at timestamptz not null default now(),
        erased_at timestamptz,
        -- The audit knows the person only under this key: another one unlinks them from every entry.
        audit_key uuid not null default gen_random_uuid(),
        primary key (tenant_id, id),
        constraint people_person_key unique (tenant_id, person_key)
      );
      create index people_name on people (tenant_id, name, id);
      call protect_tenant_rows('people');

      create table employments (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        person_id uuid not null,
        employee_number text not null,
        employed daterange not null constraint employment_not_empty check (not isempty(employed) and not lower_inf(employed)),
        import_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, person_id) references people (tenant_id, id),
        constraint employments_number unique (tenant_id, employee_number, employed without overlaps)
      );
      create index employments_person on employments (tenant_id, person_id);
      call protect_tenant_rows('employments');

      create table employment_terms (
        tenant_id uuid not null,
        employment_id uuid not null,
        valid daterange not null,
        unit_id uuid not null,
        weekly_hours numeric(4, 2) not null constraint terms_hours check (weekly_hours > 0 and weekly_hours <= 60),
        job_group text not null default '',
        manager_person_id uuid,
        constraint employment_terms_key primary key (tenant_id, employment_id, valid without overlaps),
        foreign key (tenant_id, employment_id) references employments (tenant_id, id),
        foreign key (tenant_id, unit_id) references units (tenant_id, id),
        foreign key (tenant_id, manager_person_id) references people (tenant_id, id)
      );
      create index employment_terms_unit on employment_terms (tenant_id, unit_id);
      create index employment_terms_manager on employment_terms (tenant_id, manager_person_id);
      call protect_tenant_rows('employment_terms');

      -- An employment's days and terms before and after a roster changed them, so that the import can be undone.
      create table roster_changes (
        tenant_id uuid not null,
        import_id uuid not null,
        employment_id uuid not null,
        before jsonb,
        after jsonb,
        primary key (tenant_id, import_id, employment_id)
      );
      call protect_tenant_rows('roster_changes');

      -- An import refreshes the planner's statistics before anything else runs on a table it has filled.
      grant maintain on people, employments, employment_terms to naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mandate_units drop constraint mandate_unit');
    await runner.query(
      'drop table roster_changes, employment_terms, employments, people, unit_versions, units, go_lives, employers',
    );
  }
}
