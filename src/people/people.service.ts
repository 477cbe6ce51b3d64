import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { offsetOf } from '../platform/http/page.js';
import { notFound } from '../platform/http/problem.js';
import type { SearchPeopleDto, UnitPeopleQuery } from './people.dto.js';
import { findEmployments, findPeople, type FoundPerson } from './people.queries.js';
import type { PeoplePage, PersonView } from './people.view.js';

const PURPOSE = 'care of employees on sick leave';

@Injectable()
export class PeopleService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async search(actor: HatActor, { text, page, pageSize }: SearchPeopleDto): Promise<PeoplePage> {
    return this.page(actor, { text, page, pageSize, sort: 'name' });
  }

  async ofUnit(actor: HatActor, unitId: string, query: UnitPeopleQuery): Promise<PeoplePage> {
    return this.page(actor, { ...query, unitId });
  }

  /** @throws Problem 404 for a person out of reach */
  async get(actor: HatActor, personId: string): Promise<PersonView> {
    return this.doors.enter(actor, async (tx) => {
      const found = await findEmployments(tx, actor, this.clock.today(), personId);
      const [first] = found;
      if (!first) throw notFound();
      await audit(tx, actor, {
        tenantId: first.tenantId,
        action: 'person.read',
        subjectType: 'person',
        subjectIds: [personId],
        purpose: PURPOSE,
      });
      const employments = found.map(({ tenantId: _tenant, name: _name, ...employment }) => employment);
      return { id: personId, name: first.name, employments };
    });
  }

  private async page(
    actor: HatActor,
    query: UnitPeopleQuery & { readonly text?: string; readonly unitId?: string },
  ): Promise<PeoplePage> {
    const { page, pageSize, text, unitId, sort } = query;
    return this.doors.enter(actor, async (tx) => {
      const wanted = { text, unitId, sort, limit: pageSize, offset: offsetOf(query) };
      const { items, total } = await findPeople(tx, actor, this.clock.today(), wanted);
      await this.note(tx, actor, items, unitId);
      return { items: items.map(({ tenantId: _tenant, ...person }) => person), total, page, pageSize };
    });
  }

  /** One entry a page and employer, with the ids shown; what was searched for is a name and stays out. */
  private async note(tx: Tx, actor: HatActor, shown: readonly FoundPerson[], unitId?: string): Promise<void> {
    for (const tenantId of new Set(shown.map((person) => person.tenantId))) {
      await audit(tx, actor, {
        tenantId,
        action: 'person.list',
        subjectType: 'person',
        subjectIds: shown.filter((person) => person.tenantId === tenantId).map((person) => person.id),
        purpose: PURPOSE,
        detail: unitId ? { unitId } : {},
      });
    }
  }
}
