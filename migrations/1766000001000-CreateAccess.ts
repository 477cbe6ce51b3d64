import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenants, hats, mandates, machine tokens and the outbox. */
export class CreateAccess1766000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenants (
        id uuid primary key default uuidv7(),
        kind text not null constraint tenant_kind check (kind in ('employer', 'benefit-authority')),
        slug text not null constraint tenant_slug unique constraint tenant_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
        name text not null collate "da-x-icu",
        created_at timestamptz not null default now()
      );
      call protect_rows('tenants', '(select through_system_door()) or id = any ((select tenants_in_reach())::uuid[])');

      create table providers (
        id uuid primary key default uuidv7(),
        name text not null collate "da-x-icu",
        -- Whom its consultants are employed by (definitions 5.2).
        affiliation text not null default 'provider'
          constraint provider_affiliation check (affiliation in ('provider', 'employer', 'authority')),
        created_at timestamptz not null default now()
      );
      call protect_system_rows('providers');

      create table hats (
        id uuid primary key default uuidv7(),
        user_id text not null,
        role text not null,
        tenant_id uuid references tenants (id),
        provider_id uuid references providers (id),
        partnership_id uuid,
        person_id uuid,
        language text not null default 'da' constraint hat_language check (language in ('da', 'en')),
        created_at timestamptz not null default now(),
        last_worn_at timestamptz,
        ended_at timestamptz,
        -- On which side of the wall around the benefit authorities (definitions 5.1); null at a partnership.
        wall text,
        constraint hat_one_party check (num_nonnulls(tenant_id, provider_id, partnership_id) = 1),
        constraint hat_role check (role = any (case
          when provider_id is not null then '{retention-consultant,team-lead}'::text[]
          when partnership_id is not null then '{steering-member,evaluator,payer,investor,observer}'
          when wall = 'benefit-authority' then '{administrator,caseworker,job-coach}'
          else '{administrator,hr-manager,line-manager,employee-representative,employee}' end)),
        constraint hats_behind_one_wall exclude using gist (user_id with =, wall with <>) where (ended_at is null)
      );
      create function wall_of_hat() returns trigger language plpgsql as $$
      begin
        new.wall := case
          when new.partnership_id is not null then null
          when exists (select from tenants where id = new.tenant_id and kind = 'benefit-authority') then 'benefit-authority'
          else 'working-life' end;
        return new;
      end $$;
      create trigger wall_of_hat before insert or update of tenant_id, provider_id, partnership_id, wall on hats
        for each row execute function wall_of_hat();
      create index hats_user on hats (user_id);
      create index hats_tenant on hats (tenant_id, role) where ended_at is null;
      create index hats_provider on hats (provider_id, role) where ended_at is null;
      call protect_system_rows('hats');

      create table worn_hats (
        session_id text primary key,
        hat_id uuid not null references hats (id),
        put_on_at timestamptz not null default now()
      );
      call protect_system_rows('worn_hats');

      create table api_tokens (
        id uuid primary key default uuidv7(),
        hat_id uuid not null references hats (id),
        name text not null,
        token_hash bytea not null constraint api_token_hash unique,
        -- The permissions of its role that it has; null for all of them.
        scopes text[],
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      call protect_system_rows('api_tokens');

      create table mandates (
        tenant_id uuid not null references tenants (id),
        id uuid not null default uuidv7(),
        provider_id uuid not null references providers (id),
        partnership_id uuid,
        processing_role text not null constraint mandate_role check (processing_role in ('processor', 'controller')),
        agreement_reference text,
        basis text,
        signatory text not null,
        signed_on date not null,
        -- When the employees were told of it, where signals were raised already.
        informed_on date,
        purpose text not null,
        rules text[] not null,
        fields text[] not null default '{}',
        -- Empty where it ended before its first day was over.
        valid daterange not null,
        granted_at timestamptz not null default now(),
        ended_at timestamptz,
        -- The wider mandate that this one took the place of.
        follows_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, follows_id) references mandates (tenant_id, id),
        constraint mandate_signed check (signatory <> '' and purpose <> '' and cardinality(rules) > 0),
        constraint mandate_grounds check (case processing_role
          when 'processor' then agreement_reference is not null else basis is not null end)
      );
      create index mandates_provider on mandates (provider_id);
      call protect_rows('mandates',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      create table mandate_units (
        tenant_id uuid not null,
        mandate_id uuid not null,
        unit_id uuid not null,
        primary key (tenant_id, mandate_id, unit_id),
        foreign key (tenant_id, mandate_id) references mandates (tenant_id, id) on delete cascade
      );
      call protect_tenant_rows('mandate_units');

      create table outbox (
        id uuid primary key default uuidv7(),
        tenant_id uuid,
        job text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        due_at timestamptz not null default now(),
        attempt integer not null default 0,
        done_at timestamptz,
        failed_at timestamptz,
        failure text
      );
      create index outbox_pending on outbox (due_at) where done_at is null and failed_at is null;
      create index outbox_waiting on outbox (job, tenant_id) where done_at is null and attempt = 0;
      alter table outbox enable row level security;
      alter table outbox force row level security;
      create policy write_from_any_door on outbox for insert with check (true);
      create policy read_own on outbox for select using ((select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[]));
      create policy finish_own on outbox for update using ((select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[]));
      create policy clear on outbox for delete using ((select through_system_door()));
      grant select, insert, update, delete on outbox to naervaer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table outbox, mandate_units, mandates, api_tokens, worn_hats, hats, providers, tenants',
    );
    await runner.query('drop function wall_of_hat');
  }
}
