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

      create table partnership_units (
        partnership_id uuid not null references partnerships (partnership_id),
        tenant_id uuid not null,
        unit_id uuid not null,
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
        primary key (partnership_id, id)
      );
      call protect_partnership_rows('partnership_reports');

      -- The release ledger: which cell of which measure left the house, and for how many persons.
      create table released_cells (
        partnership_id uuid not null,
        report_id uuid not null,
        tenant_id uuid not null,
        unit_id uuid not null,
        measure text not null,
        period daterange not null,
        shown boolean not null,
        reason text not null default '',
        primary key (partnership_id, report_id, tenant_id, unit_id, measure),
        foreign key (partnership_id, report_id) references partnership_reports (partnership_id, id)
      );
      call protect_partnership_rows('released_cells');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table released_cells, partnership_reports, partnership_units, partnerships');
  }
}
