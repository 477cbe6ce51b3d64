import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What employees ask for on their own page, and the pauses that their objections bring. */
export class CreateEmployeeRequests1766000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table employee_requests (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        person_id uuid not null,
        kind text not null constraint request_kind check (kind in ('talk', 'plan', 'correction', 'objection', 'look-up-names')),
        text_cipher bytea,
        asked_on date not null,
        asked_at timestamptz not null,
        decided_at timestamptz,
        decided_by_hat uuid,
        outcome text constraint request_outcome check (outcome in ('granted', 'refused')),
        decision_cipher bytea,
        withdrawn_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, person_id) references people (tenant_id, id),
        constraint request_decided_whole check (num_nonnulls(decided_at, decided_by_hat, outcome) in (0, 3)),
        constraint request_ends_once check (num_nonnulls(decided_at, withdrawn_at) <= 1)
      );
      create unique index employee_requests_open on employee_requests (tenant_id, person_id, kind)
        where decided_at is null and withdrawn_at is null;
      create index employee_requests_asked on employee_requests (tenant_id, asked_at, id);
      call protect_tenant_rows('employee_requests');

      -- People whose signals no consultant is shown or told of.
      create table signal_pauses (
        tenant_id uuid not null,
        person_id uuid not null,
        since timestamptz not null,
        primary key (tenant_id, person_id),
        foreign key (tenant_id, person_id) references people (tenant_id, id)
      );
      call protect_tenant_rows('signal_pauses');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table signal_pauses, employee_requests');
  }
}
