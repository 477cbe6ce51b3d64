import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, HatsService, type HatActor } from '../../../access/index.js';
import { change, row, type Tx } from '../../../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../../../platform/http/page.js';
import { conflict, invalidField, notFound } from '../../../platform/http/problem.js';
import { authorityOf } from '../authority-of.js';
import { tracksPolicy } from '../tracks.policy.js';
import type { CitizensQuery, HoldContactDto, PlanContactDto } from './citizens.dto.js';
import {
  contactsOf,
  findByCaseNumber,
  findCitizen,
  findCitizens,
  findTrackState,
  spansOf,
} from './citizens.queries.js';
import type {
  CitizenContactPage,
  CitizenPage,
  CitizenRow,
  CitizenView,
  FoundCitizenView,
} from './citizens.view.js';

const PURPOSE = 'support of citizens on the employment track';

/** Citizens of the employment track, as those who work for them see them. No decision about a benefit is made here. */
@Injectable()
export class CitizensService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  async list(actor: HatActor, query: CitizensQuery): Promise<CitizenPage> {
    const tenantId = authorityOf(actor);
    const { page, pageSize, scope, benefit, contact, sort } = query;
    return this.doors.within(actor, tenantId, async (tx) => {
      const state = await findTrackState(tx, actor);
      if (!state) throw notFound();
      const wanted = { scope, benefit, contact, sort, limit: pageSize, offset: offsetOf(query) };
      const { items, total } = await findCitizens(tx, actor, this.clock.today(), wanted);
      await this.note(tx, actor, 'citizen.list', items, { scope, benefit, contact, page });
      return { items, total, page, pageSize, ...state, abilities: abilities(tracksPolicy, actor) };
    });
  }

  /** @throws Problem 404 for a citizen out of reach */
  async get(actor: HatActor, id: string): Promise<CitizenView> {
    const tenantId = authorityOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const citizen = await this.reached(tx, actor, id);
      await this.note(tx, actor, 'citizen.read', [citizen]);
      const spans = await spansOf(tx, tenantId, id);
      return { ...citizen, spans, abilities: abilities(tracksPolicy, actor) };
    });
  }

  /** A page of a citizen's contacts. @throws Problem 404 for a citizen out of reach */
  async contacts(actor: HatActor, id: string, query: PageQuery): Promise<CitizenContactPage> {
    const { page, pageSize } = query;
    const { items, total } = await this.doors.within(actor, authorityOf(actor), async (tx) => {
      const citizen = await this.reached(tx, actor, id);
      await this.note(tx, actor, 'citizen.contacts', [citizen], { page });
      return contactsOf(tx, authorityOf(actor), id, query);
    });
    const names = await this.hats.names(items.map(({ hatId }) => hatId));
    return {
      items: items.map(({ hatId, ...contact }) => ({ ...contact, byName: names.get(hatId) ?? null })),
      total,
      page,
      pageSize,
    };
  }

  /** @throws Problem 404 where no citizen in reach has this case number */
  async find(actor: HatActor, caseNumber: string): Promise<FoundCitizenView> {
    return this.doors.within(actor, authorityOf(actor), async (tx) => {
      const citizen = await findByCaseNumber(tx, actor, caseNumber.trim());
      if (!citizen) throw notFound();
      await this.note(tx, actor, 'citizen.find', [citizen]);
      return { id: citizen.id };
    });
  }

  /** Plans a contact, or records one that was held. @throws Problem 400, 404 */
  async plan(actor: HatActor, id: string, { kind, plannedOn, heldOn }: PlanContactDto): Promise<CitizenView> {
    const tenantId = authorityOf(actor);
    this.heldBefore(heldOn ?? null);
    await this.doors.within(actor, tenantId, async (tx) => {
      const citizen = await this.reached(tx, actor, id);
      await change(
        tx,
        `insert into citizen_contacts (tenant_id, citizen_id, kind, planned_on, held_on, recorded_by_hat, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [tenantId, id, kind, plannedOn, heldOn ?? null, actor.hatId, this.clock.now()],
      );
      await this.note(tx, actor, 'citizen.contact', [citizen], { kind, held: Boolean(heldOn) });
    });
    return this.get(actor, id);
  }

  /** Records that a planned contact was held. @throws Problem 400, 404, 409 */
  async hold(
    actor: HatActor,
    id: string,
    contactId: string,
    { heldOn }: HoldContactDto,
  ): Promise<CitizenView> {
    this.heldBefore(heldOn);
    await this.changeContact(actor, id, contactId, 'citizen.contact', (tx, tenantId) =>
      change(
        tx,
        `update citizen_contacts set held_on = $4 where tenant_id = $1 and citizen_id = $2 and id = $3 and held_on is null`,
        [tenantId, id, contactId, heldOn],
      ),
    );
    return this.get(actor, id);
  }

  /** Gives up a planned contact; one that was held stays. @throws Problem 404, 409 */
  async cancel(actor: HatActor, id: string, contactId: string): Promise<void> {
    await this.changeContact(actor, id, contactId, 'citizen.contact-cancel', (tx, tenantId) =>
      change(
        tx,
        'delete from citizen_contacts where tenant_id = $1 and citizen_id = $2 and id = $3 and held_on is null',
        [tenantId, id, contactId],
      ),
    );
  }

  private async changeContact(
    actor: HatActor,
    id: string,
    contactId: string,
    action: string,
    work: (tx: Tx, tenantId: string) => Promise<number>,
  ): Promise<void> {
    const tenantId = authorityOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const citizen = await this.reached(tx, actor, id);
      const contact = await row(
        tx,
        'select 1 from citizen_contacts where tenant_id = $1 and citizen_id = $2 and id = $3',
        [tenantId, id, contactId],
      );
      if (!contact) throw notFound();
      if ((await work(tx, tenantId)) === 0) throw conflict('held-already', 'This contact was held already.');
      await this.note(tx, actor, action, [citizen]);
    });
  }

  private heldBefore(heldOn: string | null): void {
    if (heldOn !== null && heldOn > this.clock.today())
      throw invalidField('heldOn', 'in-the-future', 'What is to come has not been held.');
  }

  private async reached(tx: Tx, actor: HatActor, id: string): Promise<CitizenRow> {
    const citizen = await findCitizen(tx, actor, id);
    if (!citizen) throw notFound();
    return citizen;
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    citizens: readonly CitizenRow[],
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId: authorityOf(actor),
      action,
      subjectType: 'citizen',
      subjectIds: citizens.map(({ id }) => id),
      purpose: PURPOSE,
      detail,
    });
  }
}
