import { Injectable } from '@nestjs/common';
import { Clock, Doors, HatsService, type HatActor } from '../access/index.js';
import { row } from '../platform/database/rows.js';
import { invalidField, notFound } from '../platform/http/problem.js';
import type { InviteDto } from './cases.dto.js';
import { auditCase, getCase } from './found-case.js';
import { renderInvitation } from './invitation.document.js';

/** The employer's letter that invites an employee to the talk of § 7 a. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  /** @throws Problem 400 for a time that ends before it begins or a case about a unit, 404 out of scope */
  async invite(actor: HatActor, caseId: string, dto: InviteDto): Promise<Uint8Array> {
    if (dto.to <= dto.from) throw invalidField('to', 'not-after-from', 'The talk ends after it begins.');
    const today = this.clock.today();
    const { one, employer } = await this.doors.enter(actor, async (tx) => {
      const found = await getCase(tx, actor, today, caseId);
      if (found.personId === null) throw notFound();
      await auditCase(tx, actor, found, { action: 'case.invite', purpose: 'invitation to a § 7 a talk' });
      return {
        one: found,
        employer: await row<{ name: string }>(tx, 'select name from employers where tenant_id = $1', [
          found.tenantId,
        ]),
      };
    });
    const name = (await this.hats.names([actor.hatId])).get(actor.hatId) ?? '';
    const sender = { name, title: '' };
    return renderInvitation({
      employer: { name: employer?.name ?? '', lines: [one.unitName] },
      recipient: { name: one.personName ?? '', lines: [] },
      writtenOn: today,
      meeting: {
        on: dto.on,
        from: dto.from,
        to: dto.to,
        place: dto.byPhone ? { phone: dto.place } : { address: dto.place },
        attendees: [sender],
      },
      contact: { name, phone: null, mail: null },
      sender,
      createdAt: this.clock.now(),
    });
  }
}
