import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An employer's own decision that its contract ends, which two people take. */
export class CreateContractEnds1766000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract_ends (
        tenant_id uuid primary key,
        ends_on date not null,
        asked_by_hat uuid not null,
        asked_at timestamptz not null,
        confirmed_by_hat uuid,
        confirmed_at timestamptz,
        constraint contract_end_confirmed_whole check (num_nonnulls(confirmed_by_hat, confirmed_at) in (0, 2)),
        constraint contract_end_by_two check (confirmed_by_hat is distinct from asked_by_hat)
      );
      call protect_tenant_rows('contract_ends');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contract_ends');
  }
}
