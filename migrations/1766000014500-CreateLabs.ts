import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What parties try before they sign: figures of their own workplaces, and terms held against them. */
export class CreateLabs1766000014500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Sums over the persons of each workplace, for computing with: what a reader gets has passed the output policy.
      create table partnership_labs (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        state text not null constraint lab_state check (state in ('building', 'ready', 'failed')),
        failure text constraint lab_failure check (failure in ('too-little-history', 'no-units', 'build-failed')),
        period daterange not null,
        employers_done integer not null default 0,
        employers integer not null,
        content jsonb,
        created_by_hat uuid,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        primary key (partnership_id, id),
        constraint lab_has_content check ((state = 'ready') = (content is not null)),
        constraint lab_has_failure check ((state = 'failed') = (failure is not null))
      );
      create unique index lab_one_building on partnership_labs (partnership_id) where state = 'building';
      call protect_partnership_rows('partnership_labs');

      -- Terms that were held against the figures, with what came out: a contract can point at the one it rests on.
      create table lab_trials (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        lab_id uuid,
        question jsonb not null,
        answer jsonb not null,
        made_by_hat uuid,
        made_at timestamptz not null default now(),
        primary key (partnership_id, id),
        foreign key (partnership_id, lab_id) references partnership_labs (partnership_id, id)
      );
      call protect_partnership_rows('lab_trials');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lab_trials, partnership_labs');
  }
}
