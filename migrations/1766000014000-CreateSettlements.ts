import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How effects are told, what was told, and what was settled by it. */
export class CreateSettlements1766000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How an effect will be told. Never changed: what was saved before the first day it speaks of was saved before data.
      create table effect_plans (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        indicator text not null,
        period daterange not null,
        contract_version integer not null,
        plan jsonb not null,
        plan_hash text not null constraint effect_plan_hash check (plan_hash ~ '^[0-9a-f]{64}$'),
        saved_by_hat uuid,
        saved_at timestamptz not null,
        primary key (partnership_id, id),
        constraint effect_plan_once unique (partnership_id, indicator, period, contract_version),
        foreign key (partnership_id, contract_version) references contract_versions (partnership_id, version)
      );
      call protect_partnership_rows('effect_plans');
      revoke update, delete on effect_plans from naervaer_app;

      create table effect_estimates (
        partnership_id uuid not null,
        id uuid not null default uuidv7(),
        plan_id uuid not null,
        state text not null constraint effect_estimate_state check (state in ('building', 'ready', 'failed')),
        content jsonb,
        failure text,
        ordered_by_hat uuid,
        ordered_at timestamptz not null,
        finished_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, plan_id) references effect_plans (partnership_id, id),
        constraint effect_estimate_has_content check ((state = 'ready') = (content is not null))
      );
      create index effect_estimates_plan on effect_estimates (partnership_id, plan_id, ordered_at desc);
      call protect_partnership_rows('effect_estimates');

      create table settlements (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        period daterange not null,
        contract_version integer not null,
        corrects_id uuid,
        delivered jsonb not null default '{}',
        state text not null constraint settlement_state
          check (state in ('building', 'failed', 'draft', 'commented', 'approved', 'signed', 'sent', 'withdrawn')),
        failure text,
        -- The bytes that were shown and are signed: text, since jsonb would put them in another order.
        statement text,
        statement_hash text constraint settlement_statement_hash check (statement_hash ~ '^[0-9a-f]{64}$'),
        snapshot_hash text constraint settlement_snapshot_hash check (snapshot_hash ~ '^[0-9a-f]{64}$'),
        signature text,
        public_key text,
        ordered_by_hat uuid,
        ordered_at timestamptz not null,
        signed_at timestamptz,
        sent_on date,
        primary key (partnership_id, id),
        foreign key (partnership_id, contract_version) references contract_versions (partnership_id, version),
        foreign key (partnership_id, corrects_id) references settlements (partnership_id, id),
        constraint settlement_has_statement check
          ((state in ('building', 'failed')) = (statement is null) or state = 'withdrawn'),
        constraint settlement_is_signed check ((state in ('signed', 'sent')) = (signature is not null))
      );
      -- One that is under way, and one first statement, of each period.
      create unique index settlement_one_open on settlements (partnership_id, period)
        where state in ('building', 'draft', 'commented', 'approved');
      create unique index settlement_one_first on settlements (partnership_id, period)
        where state in ('signed', 'sent') and corrects_id is null;
      call protect_partnership_rows('settlements');

      -- What was signed stays as it is; that it was sent may be added.
      create function keep_signed_settlement() returns trigger language plpgsql as $$
      begin
        if old.state in ('signed', 'sent') and (tg_op = 'DELETE' or
          (new.statement, new.statement_hash, new.snapshot_hash, new.signature, new.public_key, new.signed_at, new.period)
            is distinct from
          (old.statement, old.statement_hash, old.snapshot_hash, old.signature, old.public_key, old.signed_at, old.period)
          or new.state not in ('signed', 'sent'))
        then
          raise exception 'a signed settlement is not changed' using errcode = 'restrict_violation';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger keep_signed_settlement before update or delete on settlements
        for each row execute function keep_signed_settlement();

      -- Who took which step for which party; added to only.
      create table settlement_steps (
        partnership_id uuid not null,
        settlement_id uuid not null,
        step text not null constraint settlement_step check (step in ('comment', 'approve', 'sign', 'send', 'withdraw')),
        hat_id uuid not null,
        -- Tells people apart within the settlement, and nobody who they are.
        person text not null constraint settlement_step_person check (person ~ '^[0-9a-f]{64}$'),
        party_id uuid not null,
        note text not null default '',
        taken_at timestamptz not null,
        primary key (partnership_id, settlement_id, step),
        foreign key (partnership_id, settlement_id) references settlements (partnership_id, id),
        foreign key (partnership_id, party_id) references partnership_parties (partnership_id, id)
      );
      call protect_partnership_rows('settlement_steps');
      revoke update, delete on settlement_steps from naervaer_app;

      -- Figures of single workplaces. Behind the system's door: no role of a party comes here by any path.
      create table settlement_snapshots (
        hash text primary key constraint snapshot_hash check (hash ~ '^[0-9a-f]{64}$'),
        partnership_id uuid not null,
        snapshot text not null,
        taken_at timestamptz not null
      );
      call protect_system_rows('settlement_snapshots');
      revoke update, delete on settlement_snapshots from naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table settlement_snapshots, settlement_steps, settlements, effect_estimates, effect_plans;
      drop function keep_signed_settlement;
    `);
  }
}
