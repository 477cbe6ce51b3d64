import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who read or changed what about whom, sealed in batches that are chained by tenant. */
export class CreateAuditSeals1766000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Both are random and of one length, so that a plain hash over the key and the id is a keyed one.
      create function audit_pseudonym(audit_key uuid, person_id uuid) returns uuid language sql immutable parallel safe as
        $$ select encode(substring(sha256(uuid_send(audit_key) || uuid_send(person_id)) from 1 for 16), 'hex')::uuid $$;

      create table audit_entries (
        tenant_id uuid not null,
        id uuid not null default uuidv7(),
        at timestamptz not null default now(),
        hat_id uuid,
        role text not null,
        action text not null,
        subject_type text not null,
        subject_ids uuid[] not null,
        people uuid[] not null default '{}',
        purpose text not null,
        origin text not null default '',
        outcome text not null constraint audit_outcome check (outcome in ('allowed', 'denied')),
        detail jsonb not null default '{}',
        batch integer,
        primary key (tenant_id, id)
      );
      create index audit_entries_at on audit_entries (tenant_id, at, id);
      create index audit_entries_batch on audit_entries (tenant_id, batch, id);
      create index audit_entries_subject on audit_entries using gin (subject_ids);
      create index audit_entries_people on audit_entries using gin (people);
      call protect_tenant_rows('audit_entries');
      -- The application adds entries and says which batch sealed them; it changes and removes none.
      revoke update, delete on audit_entries from naervaer_app;
      grant update (batch) on audit_entries to naervaer_app;

      create table audit_batches (
        tenant_id uuid not null,
        sequence integer not null,
        sealed_at timestamptz not null,
        entries integer not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        root_hash bytea not null,
        previous_hash bytea not null,
        head_hash bytea not null,
        expired_at timestamptz,
        primary key (tenant_id, sequence)
      );
      create index audit_batches_age on audit_batches (tenant_id, last_at) where expired_at is null;
      call protect_tenant_rows('audit_batches');
      revoke update, delete on audit_batches from naervaer_app;

      -- Where each chain ends: its row is the lock of who seals.
      create table audit_heads (
        tenant_id uuid primary key,
        sequence integer not null,
        head_hash bytea not null
      );
      call protect_tenant_rows('audit_heads');
      revoke delete on audit_heads from naervaer_app;

      -- What may go: whole batches, never younger than 180 days, whoever asks, and none that tells of somebody held.
      create function audit_batches_over(tenant uuid, before timestamptz) returns table (sequence integer, entries integer)
        language sql stable set search_path = pg_catalog, public as $$
        with held as materialized (
          select array(
            select audit_pseudonym(people.audit_key, people.id) from legal_holds
            left join cases on cases.tenant_id = legal_holds.tenant_id and cases.id = legal_holds.case_id
            join people on people.tenant_id = legal_holds.tenant_id and people.id in (legal_holds.person_id, cases.person_id)
            where legal_holds.tenant_id = tenant and lifted_at is null and coalesce(until >= current_date, true)) as pseudonyms)
        select old.sequence, old.entries from audit_batches old, held
        where old.tenant_id = tenant and expired_at is null and last_at < least(before, now() - interval '180 days')
          and not exists (select from audit_entries entry
            where entry.tenant_id = tenant and entry.batch = old.sequence and entry.people && pseudonyms)
        $$;

      -- The only way in which entries go: batches until they hold so many entries, one at least. Their roots stay.
      create function expire_audit_batches(tenant uuid, before timestamptz, most integer) returns integer
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        gone integer;
      begin
        with first as (
          -- A batch holds an entry at least.
          select * from audit_batches_over(tenant, before) o order by o.sequence limit most
        ), old as (
          select counted.sequence from
            (select first.sequence, sum(entries) over (order by first.sequence) - entries as earlier from first) counted
          where earlier < most
        ), marked as (
          update audit_batches set expired_at = now() where tenant_id = tenant and sequence in (select sequence from old)
        ), removed as (
          delete from audit_entries where tenant_id = tenant and batch in (select sequence from old) returning 1
        ) select count(*) into gone from removed;
        return gone;
      end $$;
      revoke execute on function expire_audit_batches from public;
      grant execute on function expire_audit_batches to naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function expire_audit_batches;
      drop function audit_batches_over;
      drop table audit_heads, audit_batches, audit_entries;
      drop function audit_pseudonym;
    `);
  }
}
