import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, type HatActor } from '../access/index.js';
import { findReached } from '../people/index.js';
import type { Tx } from '../platform/database/rows.js';
import { notFound } from '../platform/http/problem.js';
import { absencePolicy } from './absence.policy.js';
import { personAbsence } from './domain/person-absence.js';
import { knownUntil } from './figures.queries.js';
import type { OpenSpellsQuery } from './person-absence.dto.js';
import { openSpells, recordedRows } from './person-absence.queries.js';
import type { OpenSpellPage, PersonAbsenceView } from './person-absence.view.js';

/** Who is absent, and what a person's absence comes to. Every look is written down. */
@Injectable()
export class PersonAbsenceService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async person(actor: HatActor, personId: string): Promise<PersonAbsenceView> {
    const today = this.clock.today();
    return this.doors.enter(actor, async (tx) => {
      const person = await findReached(tx, actor, today, personId);
      if (!person) throw notFound();
      const { tenantId, employmentIds } = person;
      const absence = personAbsence(await recordedRows(tx, tenantId, employmentIds), today);
      await this.note(tx, actor, tenantId, [personId]);
      return {
        ...absence,
        knownUntil: await knownUntil(tx, tenantId),
        abilities: abilities(absencePolicy, actor),
      };
    });
  }

  async open(actor: HatActor, wanted: OpenSpellsQuery): Promise<OpenSpellPage> {
    return this.doors.enter(actor, async (tx) => {
      const { items, total } = await openSpells(tx, actor, this.clock.today(), wanted);
      for (const tenantId of new Set(items.map((spell) => spell.tenantId))) {
        const seen = items.filter((spell) => spell.tenantId === tenantId);
        const { unitId, page } = wanted;
        await this.note(tx, actor, tenantId, [...new Set(seen.map((spell) => spell.personId))], {
          unitId,
          page,
        });
      }
      return {
        items: items.map(({ tenantId: _tenant, ...spell }) => spell),
        page: wanted.page,
        pageSize: wanted.pageSize,
        total,
      };
    });
  }

  private note(
    tx: Tx,
    actor: HatActor,
    tenantId: string,
    personIds: readonly string[],
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId,
      action: 'absence.read',
      subjectType: 'person',
      subjectIds: personIds,
      purpose: 'care of employees on sick leave',
      detail,
    });
  }
}
