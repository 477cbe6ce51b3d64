import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an evaluator from outside gets: cells of workplaces and months, and files about persons where an employer may. */
export class CreateEvaluation1766000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Cells of a calendar cut as they left the house: aggregates that have passed the output policy.
      create table evaluator_cells (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        period daterange not null,
        state text not null constraint evaluator_cells_state check (state in ('building', 'ready', 'failed')),
        content jsonb,
        ordered_by_hat uuid,
        ordered_at timestamptz not null,
        finished_at timestamptz,
        primary key (partnership_id, id),
        constraint evaluator_cells_content check ((state = 'ready') = (content is not null))
      );
      create unique index evaluator_cells_one_building on evaluator_cells (partnership_id) where state = 'building';
      call protect_partnership_rows('evaluator_cells');

      -- An employer sees which of its workplaces it has put forward, and so to whom it may hand something.
      create policy own_employer on offered_units for select using (tenant_id in (select unnest(tenants_in_reach())));

      -- Files that are no import's and that the clearing of strays leaves alone.
      create table kept_files (
        tenant_id uuid not null references tenants (id),
        file_id uuid not null,
        primary key (tenant_id, file_id)
      );
      call protect_tenant_rows('kept_files');

      -- On what an employer hands data about persons to an evaluator: written down by one person, confirmed by another.
      create table panel_bases (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        kind text not null constraint panel_basis_kind check (kind in ('panel', 'cpr-link')),
        -- The delivery whose pseudonyms a link file opens; no foreign key, for a ring of them could not be erased in an order.
        links_delivery_id uuid,
        partnership_id uuid not null,
        party_id uuid not null,
        party_name text not null collate "da-x-icu",
        ground text not null constraint panel_basis_ground check (ground in ('processor-agreement', 'research')),
        reference text not null constraint panel_basis_reference check (reference <> ''),
        purpose text not null constraint panel_basis_purpose check (purpose <> ''),
        fields text[] not null,
        period daterange not null,
        delete_on date not null,
        -- The evaluator's public key: what is delivered opens with the other half alone.
        recipient text not null,
        allows_cpr_link boolean not null default false,
        recorded_by_hat uuid not null,
        recorded_at timestamptz not null,
        confirmed_by_hat uuid,
        confirmed_at timestamptz,
        withdrawn_by_hat uuid,
        withdrawn_at timestamptz,
        primary key (tenant_id, id),
        constraint panel_basis_confirmed_whole check (num_nonnulls(confirmed_by_hat, confirmed_at) in (0, 2)),
        constraint panel_basis_by_two check (confirmed_by_hat is distinct from recorded_by_hat),
        constraint panel_basis_withdrawn_whole check (num_nonnulls(withdrawn_by_hat, withdrawn_at) in (0, 2)),
        constraint panel_basis_link check ((kind = 'cpr-link') = (links_delivery_id is not null)),
        constraint panel_basis_link_of_panel check (kind = 'panel' or not allows_cpr_link)
      );
      call protect_tenant_rows('panel_bases');

      create table panel_deliveries (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        basis_id uuid not null,
        state text not null constraint panel_delivery_state check (state in ('building', 'ready', 'failed', 'deleted')),
        -- Another for each panel, so that two cannot be joined; gone with the file.
        pseudonym_key_cipher bytea,
        file_id uuid,
        bytes bigint,
        rows integer,
        people integer,
        -- Of a link file: how many have no CPR number here.
        without_cpr integer,
        known_until date,
        ordered_by_hat uuid not null,
        ordered_at timestamptz not null,
        finished_at timestamptz,
        downloaded_at timestamptz,
        deleted_at timestamptz,
        -- The day on which the evaluator says to have deleted its copies.
        attested_on date,
        attested_by_hat uuid,
        attested_at timestamptz,
        -- The day on which both sides were last told that this is missing.
        reminded_on date,
        primary key (tenant_id, id),
        foreign key (tenant_id, basis_id) references panel_bases (tenant_id, id),
        constraint panel_delivery_file check ((state = 'ready') = (file_id is not null)),
        constraint panel_delivery_attested check (num_nonnulls(attested_on, attested_by_hat, attested_at) in (0, 3))
      );
      create unique index panel_delivery_one_building on panel_deliveries (tenant_id, basis_id) where state = 'building';
      call protect_tenant_rows('panel_deliveries');

      -- What the partnership's side knows of a delivery: ids, counts and days. The file lies with the employer.
      create table evaluator_deliveries (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null,
        tenant_id uuid not null,
        employer_name text not null collate "da-x-icu",
        party_id uuid not null,
        kind text not null constraint evaluator_delivery_kind check (kind in ('panel', 'cpr-link')),
        purpose text not null,
        fields text[] not null,
        period daterange not null,
        delete_on date not null,
        state text not null constraint evaluator_delivery_state check (state in ('ready', 'withdrawn', 'deleted')),
        bytes bigint not null,
        rows integer not null,
        people integer not null,
        known_until date,
        delivered_at timestamptz not null,
        attested_on date,
        primary key (partnership_id, id),
        foreign key (partnership_id, party_id) references partnership_parties (partnership_id, id)
      );
      call protect_partnership_rows('evaluator_deliveries');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table evaluator_deliveries, panel_deliveries, panel_bases, kept_files, evaluator_cells;
      drop policy own_employer on offered_units;
    `);
  }
}
