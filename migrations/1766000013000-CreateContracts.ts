import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the parties of a partnership agree on, who speaks for whom, what was paid in, and what stood in the way. */
export class CreateContracts1766000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Frozen once agreed; a change is a new version from a later day (definitions 9.8).
      create table contract_versions (
        partnership_id uuid not null references partnerships (partnership_id),
        version integer not null constraint contract_version_number check (version > 0),
        state text not null constraint contract_state check (state in ('draft', 'proposed', 'agreed')),
        content jsonb not null,
        content_hash text not null constraint contract_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        valid_from date not null,
        reason text not null default '',
        -- Counts each saving of a draft, so that two who write at once do not write over each other.
        revision integer not null default 1,
        saved_by_hat uuid,
        saved_at timestamptz not null default now(),
        proposed_by_hat uuid,
        proposed_by_party uuid,
        proposed_at timestamptz,
        agreed_by_hat uuid,
        agreed_by_party uuid,
        agreed_at timestamptz,
        primary key (partnership_id, version),
        constraint contract_proposed check ((state = 'draft') = (proposed_at is null)),
        constraint contract_agreed check ((state = 'agreed') = (agreed_at is not null)),
        constraint contract_four_eyes check (state <> 'agreed' or
          (proposed_by_party <> agreed_by_party and proposed_by_hat <> agreed_by_hat))
      );
      create unique index contract_one_open on contract_versions (partnership_id) where state <> 'agreed';
      create unique index contract_one_a_day on contract_versions (partnership_id, valid_from) where state = 'agreed';
      call protect_partnership_rows('contract_versions');

      create function keep_agreed_contract() returns trigger language plpgsql as $$
      begin
        if old.state = 'agreed' then
          raise exception 'an agreed contract is not changed' using errcode = 'restrict_violation';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger keep_agreed_contract before update or delete on contract_versions
        for each row execute function keep_agreed_contract();

      -- Months before the start, by workplace and indicator: figures of the workplaces, for computing with only. What a
      -- reader gets are the totals, which have passed the output policy.
      create table contract_baselines (
        partnership_id uuid not null,
        version integer not null,
        cells jsonb not null,
        cells_hash text not null constraint baseline_hash check (cells_hash ~ '^[0-9a-f]{64}$'),
        totals jsonb not null,
        frozen_at timestamptz not null default now(),
        primary key (partnership_id, version),
        foreign key (partnership_id, version) references contract_versions (partnership_id, version)
      );
      call protect_partnership_rows('contract_baselines');

      -- Workplaces that their employers have put forward: no other may be written into a contract.
      create table offered_units (
        partnership_id uuid not null references partnerships (partnership_id),
        tenant_id uuid not null,
        unit_id uuid not null,
        name text not null collate "da-x-icu",
        employer_name text not null collate "da-x-icu",
        sector text not null constraint offered_unit_sector check (sector in ('municipal', 'regional', 'private')),
        offered_at timestamptz not null default now(),
        primary key (partnership_id, tenant_id, unit_id)
      );
      call protect_partnership_rows('offered_units');

      -- Which party a member speaks for; set by whoever gives the hat, and for good.
      create table partnership_members (
        partnership_id uuid not null references partnerships (partnership_id),
        hat_id uuid not null,
        party_id uuid not null,
        since timestamptz not null default now(),
        primary key (partnership_id, hat_id),
        foreign key (partnership_id, party_id) references partnership_parties (partnership_id, id)
      );
      call protect_partnership_rows('partnership_members');

      -- Money in and out (definitions 9.4), in øre. An entry is never changed: a wrong one is reversed by another.
      create table capital_entries (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        kind text not null constraint capital_kind check (kind in ('paid-in', 'spent', 'outcome-payment')),
        purpose text constraint capital_purpose check (purpose in ('staff', 'courses', 'specialists', 'tools', 'other')),
        party_id uuid not null,
        amount bigint not null constraint capital_amount check (amount <> 0),
        on_day date not null,
        note text not null,
        reverses_id uuid,
        recorded_by_hat uuid,
        recorded_at timestamptz not null default now(),
        primary key (partnership_id, id),
        foreign key (partnership_id, party_id) references partnership_parties (partnership_id, id),
        foreign key (partnership_id, reverses_id) references capital_entries (partnership_id, id),
        constraint capital_reversed_once unique (partnership_id, reverses_id),
        constraint capital_has_purpose check ((kind = 'spent') = (purpose is not null)),
        constraint capital_negative_reverses check ((amount < 0) = (reverses_id is not null))
      );
      create index capital_by_day on capital_entries (partnership_id, on_day desc, id desc);
      call protect_partnership_rows('capital_entries');

      -- What stood in the way of doing the work as agreed, and what was done about it.
      create table implementation_barriers (
        partnership_id uuid not null references partnerships (partnership_id),
        id uuid not null default uuidv7(),
        kind text not null constraint barrier_kind check (kind in ('leadership', 'time', 'staffing', 'data', 'cooperation', 'knowledge', 'other')),
        seen_on date not null,
        what text not null,
        unit_id uuid,
        action text not null default '',
        action_by text not null default '',
        due_on date,
        resolved_on date constraint barrier_in_order check (resolved_on >= seen_on),
        revision integer not null default 1,
        recorded_by_hat uuid,
        recorded_at timestamptz not null default now(),
        primary key (partnership_id, id)
      );
      call protect_partnership_rows('implementation_barriers');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table implementation_barriers, capital_entries, partnership_members, offered_units, contract_baselines, contract_versions;
      drop function keep_agreed_contract;
    `);
  }
}
