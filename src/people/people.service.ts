import { Injectable } from '@nestjs/common';
import { audit, auditShown, Clock, Doors, may, type HatActor } from '../access/index.js';
import { withUnitsApart } from '../organisations/index.js';
import type { Tx } from '../platform/database/rows.js';
import { offsetOf } from '../platform/http/page.js';
import { notFound } from '../platform/http/problem.js';
import { Cipher } from '../platform/storage/cipher.js';
import { cprOf } from './domain/cpr.js';
import { peoplePolicy } from './people.policy.js';
import { cprHash } from './private-data.queries.js';
import type { SearchPeopleDto, UnitPeopleQuery } from './people.dto.js';
import { findEmployments, findPeople, type FoundPerson } from './people.queries.js';
import type { PeoplePage, PersonRow, PersonView } from './people.view.js';

const PURPOSE = 'care of employees on sick leave';

@Injectable()
export class PeopleService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  async search(actor: HatActor, { text, left, page, pageSize }: SearchPeopleDto): Promise<PeoplePage> {
    const cpr = await this.cprOf(actor, text);
    return this.page(actor, { text, cpr, left, page, pageSize, sort: 'name' });
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

  /** What a CPR number is found by, where the text is one and the hat may read private data. */
  private async cprOf(actor: HatActor, text: string): Promise<{ hash: string; key: string } | null> {
    const cpr = cprOf(text);
    const { tenantId } = actor;
    if (cpr === null || tenantId === null || !may(peoplePolicy, actor, 'person.private-data.read'))
      return null;
    const pseudonym = await this.cipher.pseudonymiser(tenantId);
    return { hash: (await cprHash(this.cipher, tenantId))(cpr), key: pseudonym(cpr) };
  }

  private async page(
    actor: HatActor,
    query: UnitPeopleQuery & {
      readonly text?: string;
      readonly cpr?: { hash: string; key: string } | null;
      readonly unitId?: string;
      readonly left?: boolean;
    },
  ): Promise<PeoplePage> {
    const { page, pageSize, text, cpr, unitId, left, sort } = query;
    return this.doors.enter(actor, async (tx) => {
      const wanted = { text, cpr, unitId, left, sort, limit: pageSize, offset: offsetOf(query) };
      const { items, total } = await findPeople(tx, actor, this.clock.today(), wanted);
      await this.note(tx, actor, items, { unitId, page });
      const shown = items.map(({ tenantId: _tenant, ...person }) => person);
      return { items: unitId ? shown : await this.withUnitsApart(tx, shown), total, page, pageSize };
    });
  }

  /** In a unit's own list its name says enough. */
  private async withUnitsApart(tx: Tx, people: readonly PersonRow[]): Promise<PersonRow[]> {
    const named = people.map((person) => ({ ...person, unitName: person.unitName ?? '' }));
    const placed = await withUnitsApart(tx, named, this.clock.today());
    return placed.map((person) => ({ ...person, unitName: person.unitId === null ? null : person.unitName }));
  }

  /** One entry a page and employer, with the ids shown; what was searched for is a name and stays out. */
  private async note(
    tx: Tx,
    actor: HatActor,
    shown: readonly FoundPerson[],
    filter: { readonly unitId?: string | undefined; readonly page: number },
  ): Promise<void> {
    await auditShown(tx, actor, shown, (own) => ({
      action: 'person.list',
      subjectType: 'person',
      subjectIds: own.map((person) => person.id),
      purpose: PURPOSE,
      detail: filter,
    }));
  }
}
