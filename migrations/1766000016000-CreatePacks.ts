import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a steering group is told beside the figures, who signed it off, and when the next one is made by itself. */
export class CreatePacks1766000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Written once, with the figures of its report; what a party may not see is left out when it is read.
      create table report_packs (
        partnership_id uuid not null,
        report_id uuid not null,
        content jsonb not null,
        made_at timestamptz not null default now(),
        primary key (partnership_id, report_id),
        foreign key (partnership_id, report_id) references partnership_reports (partnership_id, id)
      );
      call protect_partnership_rows('report_packs');
      revoke update, delete on report_packs from naervaer_app;

      -- A row for each hat that has signed; added to only.
      create table pack_sign_offs (
        partnership_id uuid not null,
        report_id uuid not null,
        hat_id uuid not null,
        party_id uuid not null,
        signed_at timestamptz not null,
        primary key (partnership_id, report_id, hat_id),
        foreign key (partnership_id, report_id) references report_packs (partnership_id, report_id),
        foreign key (partnership_id, party_id) references partnership_parties (partnership_id, id)
      );
      call protect_partnership_rows('pack_sign_offs');
      revoke update, delete on pack_sign_offs from naervaer_app;

      create table pack_schedules (
        partnership_id uuid primary key references partnerships (partnership_id),
        cut text not null constraint pack_schedule_cut check (cut in ('quarter', 'half-year', 'year')),
        set_by_hat uuid,
        set_at timestamptz not null
      );
      call protect_rows('pack_schedules', '(select through_system_door()) or partnership_id = any ((select partnerships_in_reach())::uuid[])');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pack_schedules, pack_sign_offs, report_packs');
  }
}
