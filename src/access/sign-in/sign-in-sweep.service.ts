import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/rows.js';
import { Doors } from '../doors.js';
import { forgetFormerUsers, forgetWearers } from './accounts.queries.js';

/** Clears away sessions that have run out and what was kept beside them, old invitations, and users without a role. */
@Injectable()
export class SignInSweep {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async forgetWearers(hats: {
    readonly tenantId: string;
    readonly hatIds: readonly string[];
  }): Promise<void> {
    await this.doors.system('forget an erased person’s account', (tx) =>
      forgetWearers(tx, { ...hats, at: this.clock.now() }),
    );
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.doors.system('clear away old sessions and links', async (tx) => {
      await change(tx, 'delete from auth.session where "expiresAt" < $1', [now]);
      await change(tx, 'delete from auth.verification where "expiresAt" < $1', [now]);
      await change(
        tx,
        'delete from worn_hats where not exists (select from auth.session where id::text = session_id)',
      );
      await change(
        tx,
        'delete from session_openings where not exists (select from auth.session where id::text = session_id)',
      );
      await change(tx, 'delete from sso_attempts where expires_at < $1', [now]);
      await change(tx, 'delete from password_resets where expires_at < $1', [now]);
      await change(tx, `delete from used_codes where used_at < $1::timestamptz - interval '1 day'`, [now]);
      await change(
        tx,
        `delete from invitations where coalesce(accepted_at, withdrawn_at, expires_at) < $1::timestamptz - interval '180 days'`,
        [now],
      );
      await forgetFormerUsers(tx, now);
      await change(tx, `delete from sign_in_failures where since_at < $1::timestamptz - interval '1 day'`, [
        now,
      ]);
    });
  }
}
