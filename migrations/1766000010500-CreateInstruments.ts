import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An employer's own questionnaires, the standards it has filled in, and its rights to use those. */
export class CreateInstruments1766000010500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table instruments (
        tenant_id uuid not null references employers (tenant_id),
        instrument_id text not null,
        started_at timestamptz not null,
        started_by_hat uuid not null,
        retired_at timestamptz,
        primary key (tenant_id, instrument_id)
      );
      call protect_tenant_rows('instruments');

      create table instrument_versions (
        tenant_id uuid not null,
        instrument_id text not null,
        version integer not null,
        definition jsonb not null,
        revision integer not null default 1,
        saved_at timestamptz not null,
        saved_by_hat uuid not null,
        published_at timestamptz,
        published_by_hat uuid,
        primary key (tenant_id, instrument_id, version),
        foreign key (tenant_id, instrument_id) references instruments (tenant_id, instrument_id) on delete cascade,
        constraint instrument_version_published check ((published_at is null) = (published_by_hat is null))
      );
      create unique index instrument_drafts on instrument_versions (tenant_id, instrument_id) where published_at is null;
      call protect_tenant_rows('instrument_versions');

      create table instrument_rights (
        tenant_id uuid not null references employers (tenant_id),
        id uuid not null default uuidv7(),
        instrument_id text not null,
        granted_by text not null,
        basis text not null,
        reference text,
        granted_on date not null,
        recorded_at timestamptz not null,
        recorded_by_hat uuid not null,
        withdrawn_at timestamptz,
        withdrawn_by_hat uuid,
        primary key (tenant_id, id),
        constraint instrument_right_withdrawn check ((withdrawn_at is null) = (withdrawn_by_hat is null))
      );
      create unique index instrument_rights_standing on instrument_rights (tenant_id, instrument_id) where withdrawn_at is null;
      call protect_tenant_rows('instrument_rights');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table instrument_rights, instrument_versions, instruments');
  }
}
