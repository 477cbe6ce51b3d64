import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal holds, how long each class of data is kept, and what was erased. */
export class CreatePrivacy1766000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a dispute or an authority needs is not erased. The reason is free text and sealed.
      create table legal_holds (
        tenant_id uuid not null references tenants (id),
        id uuid not null default uuidv7(),
        person_id uuid,
        case_id uuid,
        reason_cipher bytea not null,
        until date,
        placed_by_hat uuid not null,
        placed_at timestamptz not null default now(),
        lifted_by_hat uuid,
        lifted_at timestamptz,
        primary key (tenant_id, id),
        constraint hold_on_something check (num_nonnulls(person_id, case_id) >= 1),
        constraint hold_lifted_whole check (num_nonnulls(lifted_by_hat, lifted_at) in (0, 2))
      );
      create index legal_holds_person on legal_holds (tenant_id, person_id) where lifted_at is null;
      create index legal_holds_case on legal_holds (tenant_id, case_id) where lifted_at is null;
      call protect_tenant_rows('legal_holds');

      -- How long a tenant keeps a class of data, where it is not the default, and why.
      create table retention_rules (
        tenant_id uuid not null references tenants (id),
        data_class text not null,
        days integer not null constraint retention_days check (days between 1 and 7305),
        reason text not null,
        changed_by_hat uuid not null,
        changed_at timestamptz not null,
        primary key (tenant_id, data_class)
      );
      call protect_tenant_rows('retention_rules');

      -- The last night's erasing, and the day before which rows of a class are gone.
      create table retention_runs (
        tenant_id uuid not null references tenants (id),
        data_class text not null,
        before date not null,
        ran_at timestamptz not null,
        erased bigint not null,
        erased_before date,
        primary key (tenant_id, data_class)
      );
      call protect_tenant_rows('retention_runs');

      -- A public employer's closed case as it was handed over for its journal, and the journal's number once it is there.
      create table case_journals (
        tenant_id uuid not null,
        case_id uuid not null,
        exported_at timestamptz not null,
        exported_by_hat uuid not null,
        document_sha256 text not null,
        journal_number text,
        acknowledged_at timestamptz,
        acknowledged_by_hat uuid,
        primary key (tenant_id, case_id),
        foreign key (tenant_id, case_id) references cases (tenant_id, id),
        constraint journal_acknowledged_whole check (num_nonnulls(journal_number, acknowledged_at, acknowledged_by_hat) in (0, 3))
      );
      call protect_tenant_rows('case_journals');

      -- CPR number and private contact data of an employee, sealed. A CPR number is found by its keyed hash.
      create table person_details (
        tenant_id uuid not null,
        person_id uuid not null,
        cpr_cipher bytea,
        cpr_hash text,
        phone_cipher bytea,
        email_cipher bytea,
        details_hash text,
        primary key (tenant_id, person_id),
        foreign key (tenant_id, person_id) references people (tenant_id, id),
        constraint details_cpr_whole check ((cpr_cipher is null) = (cpr_hash is null))
      );
      create index person_details_cpr on person_details (tenant_id, cpr_hash) where cpr_hash is not null;
      call protect_tenant_rows('person_details');

      -- Whether an employer keeps CPR numbers; without a row, public ones do and private ones do not.
      create table cpr_decisions (
        tenant_id uuid primary key references employers (tenant_id),
        kept boolean not null,
        reason text not null,
        decided_at timestamptz not null,
        decided_by_hat uuid not null
      );
      call protect_tenant_rows('cpr_decisions');

      -- A tenant's own hats are its data too; they are given and read at sign-in through the system door.
      create policy read_own on hats for select using (tenant_id = any ((select tenants_in_reach())::uuid[]));
      create policy unlink_own on hats for update using (tenant_id = any ((select tenants_in_reach())::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop policy read_own on hats; drop policy unlink_own on hats; drop table case_journals, retention_runs, retention_rules, cpr_decisions, person_details, legal_holds',
    );
  }
}
