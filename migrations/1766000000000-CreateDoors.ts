import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a transaction has named; nothing where it has named none. */
const TENANTS = `string_to_array(current_setting('app.tenant_ids', true), ',')::uuid[]`;
const PARTNERSHIPS = `string_to_array(current_setting('app.partnership_ids', true), ',')::uuid[]`;
const IS_SYSTEM = `coalesce(current_setting('app.door', true), '') = 'system'`;

/** A rule as a text within the body of a procedure. */
const quoted = (rule: string): string => `'${rule.replaceAll("'", "''")}'`;

/**
 * The doors that row level security looks at. A transaction names the tenants and partnerships it may see
 * in settings of its own; where none is named, no row is visible.
 */
export class CreateDoors1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      -- The day on which something happened, in Denmark: a moment cast to a date would fall on the server's.
      create function day_of(at timestamptz) returns date language sql immutable parallel safe
        return (at at time zone 'Europe/Copenhagen')::date;
      -- The sign-in library brings tables of its own and migrates them as the application.
      create schema auth;
      grant usage, create on schema auth to naervaer_app;

      -- Bodies that are read once, here.
      create function tenants_in_reach() returns uuid[] language sql stable parallel safe
        return ${TENANTS};
      create function partnerships_in_reach() returns uuid[] language sql stable parallel safe
        return ${PARTNERSHIPS};
      create function through_system_door() returns boolean language sql stable parallel safe
        return ${IS_SYSTEM};

      -- The sub-select makes each door one evaluation a statement instead of one a row.
      create procedure protect_rows(target regclass, rule text) language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy doors on %s using (%s) with check (%s)', target, rule, rule);
        execute format('grant select, insert, update, delete on %s to naervaer_app', target);
      end $$;
      -- The rules of almost every table say it in full: a statement is planned with those of all its tables, and each
      -- function in them, each further sub-select, is read and planned once more.
      -- Not "= any": the planner would take that for a tenth of the rows at every table, beside the join on the tenant
      -- that statements have anyhow, and among a hundred employers plan for one row where there are thousands; and a
      -- hashed list answers as fast for a consultant's fifty employers as for one.
      create procedure protect_tenant_rows(target regclass) language sql as $$
        call protect_rows(target, ${quoted(`tenant_id in (select unnest(${TENANTS}))`)}) $$;
      create procedure protect_partnership_rows(target regclass) language sql as $$
        call protect_rows(target, ${quoted(`partnership_id = any ((select ${PARTNERSHIPS})::uuid[])`)}) $$;
      create procedure protect_system_rows(target regclass) language sql as $$
        call protect_rows(target, ${quoted(`(select ${IS_SYSTEM})`)}) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop procedure protect_system_rows, protect_partnership_rows, protect_tenant_rows, protect_rows;
      drop function day_of(timestamptz), through_system_door, partnerships_in_reach, tenants_in_reach;
      drop schema auth cascade;
    `);
  }
}
