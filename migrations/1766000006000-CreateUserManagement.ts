import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How sessions were opened, wrong passwords, links by mail, invitations, each employer's sign-in rules, SSO and SCIM. */
export class CreateUserManagement1766000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session_openings (
        session_id text primary key,
        method text not null constraint session_method check (method in ('password', 'totp', 'backup-code', 'passkey', 'sso')),
        -- A session opened by an employer's own identity provider reaches that employer only.
        tenant_id uuid references tenants (id),
        opened_at timestamptz not null,
        last_used_at timestamptz not null
      );
      call protect_system_rows('session_openings');

      create table sign_in_failures (
        -- Keyed, so that the table does not tell which addresses were tried.
        address_hash bytea primary key,
        failures integer not null,
        since_at timestamptz not null
      );
      call protect_system_rows('sign_in_failures');

      -- Of authenticator apps: each is good once.
      create table used_codes (
        user_id text not null,
        code text not null,
        used_at timestamptz not null,
        primary key (user_id, code)
      );
      call protect_system_rows('used_codes');

      create table password_resets (
        id uuid primary key default uuidv7(),
        -- Null for an address that nobody has: it is answered alike.
        user_id text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        token_hash bytea constraint password_reset_token unique,
        used_at timestamptz
      );
      create index password_resets_user on password_resets (user_id);
      call protect_system_rows('password_resets');

      create table sign_in_settings (
        tenant_id uuid primary key references tenants (id),
        second_factor_required_from date
      );
      call protect_rows('sign_in_settings',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      create table invitations (
        id uuid primary key default uuidv7(),
        tenant_id uuid references tenants (id),
        provider_id uuid references providers (id),
        partnership_id uuid,
        -- The hat that invited: in a partnership the invited speaks for its party.
        invited_by uuid not null,
        email text not null,
        name text not null,
        role text not null,
        language text not null constraint invitation_language check (language in ('da', 'en')),
        person_id uuid,
        invited_at timestamptz not null,
        expires_at timestamptz not null,
        token_hash bytea constraint invitation_token unique,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        constraint invitation_one_party check (num_nonnulls(tenant_id, provider_id, partnership_id) = 1)
      );
      create unique index invitations_open on invitations (coalesce(tenant_id, provider_id, partnership_id), email, role)
        where accepted_at is null and withdrawn_at is null;
      call protect_rows('invitations',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      create table sso_connections (
        tenant_id uuid not null references tenants (id),
        id uuid not null default uuidv7() constraint sso_connection_id unique,
        protocol text not null constraint sso_protocol check (protocol in ('oidc', 'saml')),
        name text not null,
        issuer text not null,
        client_id text not null default '',
        client_secret_cipher bytea,
        entry_point text not null default '',
        certificates text[] not null default '{}',
        signs_requests boolean not null default false,
        encrypted_only boolean not null default false,
        email_domains text[] not null constraint sso_domains check (cardinality(email_domains) > 0),
        email_claim text,
        role_claim text,
        role_map jsonb not null default '[]',
        default_role text,
        employee_number_claim text,
        makes_users boolean not null,
        enabled boolean not null,
        changed_at timestamptz not null,
        primary key (tenant_id, id)
      );
      call protect_rows('sso_connections',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      -- One way out to an identity provider and back; what SAML brought waits here for the browser that asked.
      create table sso_attempts (
        tenant_id uuid not null,
        id uuid not null constraint sso_attempt_id unique,
        connection_id uuid not null,
        browser_hash bytea not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        answered_at timestamptz,
        profile jsonb,
        used_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, connection_id) references sso_connections (tenant_id, id) on delete cascade
      );
      call protect_rows('sso_attempts',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      -- Roles that came by claims go with them; roles given by hand stay.
      create table sso_hats (
        tenant_id uuid not null,
        hat_id uuid not null references hats (id) on delete cascade,
        connection_id uuid not null,
        primary key (tenant_id, hat_id)
      );
      call protect_rows('sso_hats',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      -- Users and groups as the employer's own directory sends them (SCIM); its words for them, not the account's.
      create table scim_users (
        tenant_id uuid not null references tenants (id),
        id uuid not null default uuidv7(),
        user_id text not null,
        user_name text not null,
        external_id text,
        display_name text,
        given_name text,
        family_name text,
        email text,
        employee_number text,
        person_id uuid,
        active boolean not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        primary key (tenant_id, id),
        constraint scim_user_account unique (tenant_id, user_id)
      );
      create unique index scim_user_name on scim_users (tenant_id, lower(user_name));
      create index scim_users_external on scim_users (tenant_id, external_id);
      call protect_rows('scim_users',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      create table scim_groups (
        tenant_id uuid not null references tenants (id),
        id uuid not null default uuidv7(),
        display_name text not null,
        external_id text,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        primary key (tenant_id, id)
      );
      create unique index scim_group_name on scim_groups (tenant_id, lower(display_name));
      call protect_rows('scim_groups',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      create table scim_members (
        tenant_id uuid not null,
        group_id uuid not null,
        member_id uuid not null,
        primary key (tenant_id, group_id, member_id),
        foreign key (tenant_id, group_id) references scim_groups (tenant_id, id) on delete cascade,
        foreign key (tenant_id, member_id) references scim_users (tenant_id, id) on delete cascade
      );
      create index scim_members_member on scim_members (tenant_id, member_id);
      call protect_rows('scim_members',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      -- Which role a group gives, as the employer's administrator says; a group by its name or the directory's id.
      create table scim_roles (
        tenant_id uuid not null references tenants (id),
        value text not null,
        role text not null constraint scim_role
          check (role in ('administrator', 'hr-manager', 'line-manager', 'employee-representative', 'employee')),
        primary key (tenant_id, value, role)
      );
      call protect_rows('scim_roles',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      -- Roles that came by a group go with it; roles given by hand stay.
      create table scim_hats (
        tenant_id uuid not null,
        hat_id uuid not null references hats (id) on delete cascade,
        primary key (tenant_id, hat_id)
      );
      call protect_rows('scim_hats',
        '(select through_system_door()) or tenant_id = any ((select tenants_in_reach())::uuid[])');

      -- Who sends a request, at one round trip: the session with this token, how it was opened, and the hat it wears if
      -- it still may. It opens the system door and shuts it. The table of sessions is the sign-in library's, made later.
      create function find_session(wanted text, today date, at timestamptz, strong text[])
        returns table ("sessionId" text, "userId" text, "mayProlong" boolean, "isStale" boolean, method text, "boundTo" uuid,
          obstacle text, id uuid, user_id text, role text, tenant_id uuid, provider_id uuid, partnership_id uuid, person_id uuid,
          language text)
        language plpgsql as $$
        #variable_conflict use_column
      begin
        perform set_config('app.door', 'system', true);
        return query
          select session.id::text, session."userId"::text, session."updatedAt" < now() - interval '1 hour',
            opening.last_used_at < at - interval '5 minutes', opening.method, opening.tenant_id,
            case when settings.second_factor_required_from <= today
              and coalesce(opening.method, 'password') <> all (strong) then 'second-factor' end,
            hats.id, hats.user_id, hats.role, hats.tenant_id, hats.provider_id, hats.partnership_id, hats.person_id,
            hats.language
          from auth.session
          left join session_openings opening on opening.session_id = session.id::text
          left join worn_hats worn on worn.session_id = session.id::text
          left join hats on hats.id = worn.hat_id and hats.user_id = session."userId"::text and hats.ended_at is null
            and (opening.tenant_id is null or opening.tenant_id = hats.tenant_id)
          left join sign_in_settings settings on settings.tenant_id = hats.tenant_id
          where session.token = wanted and session."expiresAt" > now();
        perform set_config('app.door', '', true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function find_session');
    await runner.query(
      'drop table scim_hats, scim_roles, scim_members, scim_groups, scim_users, sso_hats, sso_attempts, sso_connections, invitations, sign_in_settings, password_resets, used_codes, sign_in_failures, session_openings',
    );
  }
}
