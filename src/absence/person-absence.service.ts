import { Injectable } from '@nestjs/common';
import { abilities, audit, auditShown, Clock, Doors, type HatActor } from '../access/index.js';
import { findReached } from '../people/index.js';
import { notFound } from '../platform/http/problem.js';
import { absencePolicy } from './absence.policy.js';
import { personAbsence } from './domain/person-absence.js';
import { knownUntil } from './figures.queries.js';
import type { OpenSpellsQuery } from './person-absence.dto.js';
import { openSpells, recordedRows } from './person-absence.queries.js';
import type { OpenSpellPage, PersonAbsenceView } from './person-absence.view.js';

const READ = {
  action: 'absence.read',
  subjectType: 'person',
  purpose: 'care of employees on sick leave',
} as const;

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
      await audit(tx, actor, { ...READ, tenantId, subjectIds: [personId] });
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
      await auditShown(tx, actor, items, (seen) => ({
        ...READ,
        subjectIds: [...new Set(seen.map((spell) => spell.personId))],
        detail: { unitId: wanted.unitId, page: wanted.page },
      }));
      return {
        items: items.map(({ tenantId: _tenant, ...spell }) => spell),
        page: wanted.page,
        pageSize: wanted.pageSize,
        total,
      };
    });
  }
}
