import { Injectable } from '@nestjs/common';
import { change, row } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import type { LocalDate } from '../../shared/local-date.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import type { SignInSettingsView } from './sign-in-settings.dto.js';

/** What an employer requires of those who sign in to its roles. */
@Injectable()
export class SignInSettings {
  constructor(private readonly doors: Doors) {}

  async read(actor: HatActor): Promise<SignInSettingsView> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    const found = await this.doors.within(actor, tenantId, (tx) =>
      row<SignInSettingsView>(
        tx,
        `select second_factor_required_from as "secondFactorRequiredFrom" from sign_in_settings where tenant_id = $1`,
        [tenantId],
      ),
    );
    return found ?? { secondFactorRequiredFrom: null };
  }

  async change(actor: HatActor, secondFactorRequiredFrom: LocalDate | null): Promise<void> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    await this.doors.within(actor, tenantId, async (tx) => {
      await change(
        tx,
        `insert into sign_in_settings (tenant_id, second_factor_required_from) values ($1, $2)
         on conflict (tenant_id) do update set second_factor_required_from = excluded.second_factor_required_from`,
        [tenantId, secondFactorRequiredFrom],
      );
      await audit(tx, actor, {
        tenantId,
        action: 'sign-in-settings.change',
        subjectType: 'sign-in-settings',
        subjectIds: [tenantId],
        purpose: 'user administration',
        detail: { secondFactorRequiredFrom },
      });
    });
  }
}
