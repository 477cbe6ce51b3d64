import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an employer's representatives have been told of absence: released once a quarter, and never otherwise. */
export class CreateRepresentativeCells1766000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table representative_cells (
        tenant_id uuid not null,
        period daterange not null,
        -- A unit's id, or the whole.
        cell text not null,
        name text not null,
        units uuid[] not null,
        reason text,
        -- What was released of each quantity, for the difference rule.
        amounts double precision[],
        absence_rate double precision,
        days_per_fte double precision,
        read_at timestamptz not null,
        primary key (tenant_id, period, cell),
        constraint representative_released_or_hidden check ((reason is null) = (amounts is not null))
      );
      call protect_tenant_rows('representative_cells');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table representative_cells');
  }
}
