import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  abilities,
  Clock,
  Doors,
  inReach,
  type Actor,
  type HatActor,
  type SystemActor,
} from '../access/index.js';
import { unitNames, type Sector } from '../organisations/index.js';
import { row, type Tx } from '../platform/database/rows.js';
import { invalidField, notFound, Problem } from '../platform/http/problem.js';
import { isUuid } from '../shared/ids.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import { insertMember, listParties } from './contract/contracts.repository.js';
import { insertOffered, listOffered } from './contract/offered-units.repository.js';
import type { Arm, PartyRole } from './domain/contract.js';
import { fixedPeriodsOver } from './domain/fixed-period.js';
import { partnershipsPolicy } from './partnerships.policy.js';
import {
  findPartnership,
  insertParties,
  insertPartnership,
  insertUnits,
  partiesOfPartnership,
  partnershipsNamed,
  unitsOfPartnership,
  type Partnership,
  type PartnershipUnit,
} from './partnerships.repository.js';
import type { PartnershipPage, PartnershipView } from './partnerships.view.js';

export interface NewPartnership {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly units: readonly { readonly tenantId: string; readonly unitId: string; readonly arm: Arm }[];
  /** Those beside the employers, which are parties by their workplaces. */
  readonly parties?: readonly { readonly role: PartyRole; readonly name: string }[];
}

/** A partnership with what its contract says of it. */
export interface PartnershipTerms extends Partnership {
  readonly units: readonly PartnershipUnit[];
  readonly parties: readonly string[];
}

@Injectable()
export class PartnershipsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /** Makes a partnership of workplaces and those they are compared with. Returns its id. @throws Problem 400, 404 */
  async createPartnership(actor: SystemActor, contract: NewPartnership): Promise<string> {
    const { from, to, parties = [] } = contract;
    const name = contract.name.trim();
    if (name === '') throw invalidField('name', 'empty', 'A partnership has a name.');
    if (to <= from) throw invalidField('to', 'not-after-from', 'A partnership ends after it begins.');
    const every = contract.units.map((unit) => unit.unitId);
    const units = await Promise.all(contract.units.map((unit) => this.nameUnit(actor, unit, every, from)));
    const id = randomUUID();
    await this.doors.partnership(actor, id, async (tx) => {
      await insertPartnership(tx, { id, name, from, to });
      await insertUnits(tx, id, units, { from, to });
      await insertOffered(tx, id, units);
      const employers = units.filter((unit) => unit.arm === 'in').map((unit) => unit.employerName);
      await insertParties(tx, id, [
        ...employers.map((name) => ({ role: 'employer', name }) as const),
        ...parties.map(({ role, name }) => ({ role, name })),
      ]);
    });
    return id;
  }

  /** Puts workplaces of an employer forward, for a contract to take them in. @throws Problem 400, 404 */
  async offerUnits(
    actor: SystemActor,
    id: string,
    {
      tenantId,
      unitIds,
      on,
    }: { readonly tenantId: string; readonly unitIds: readonly string[]; readonly on: LocalDate },
  ): Promise<void> {
    const known = await this.doors.partnership(actor, id, (tx) => listOffered(tx, id));
    const every = [...known.map((unit) => unit.unitId), ...unitIds];
    const units = await Promise.all(
      unitIds.map((unitId) => this.nameUnit(actor, { tenantId, unitId, arm: 'in' }, every, on)),
    );
    await this.doors.partnership(actor, id, (tx) => insertOffered(tx, id, units));
  }

  /** Lets a hat of a partnership speak for one of its parties; for good. @throws Problem 404 */
  async placeMember(
    actor: SystemActor,
    id: string,
    { hatId, party }: { readonly hatId: string; readonly party: string },
  ): Promise<void> {
    const partyId = await this.partyOf(actor, id, party);
    await this.doors.partnership(actor, id, (tx) => insertMember(tx, id, { hatId, partyId }));
  }

  /** A party's id, by that or by its name. @throws Problem 404, 409 naming it */
  async partyOf(actor: SystemActor, id: string, name: string): Promise<string> {
    const parties = await this.doors.partnership(actor, id, (tx) => listParties(tx, id));
    const [only, another] = parties.filter((one) => one.id === name || one.name === name);
    if (!only) throw new Problem(404, 'unknown-party', `The partnership has no party "${name}".`);
    if (another)
      throw new Problem(409, 'ambiguous-party', `Several parties are called "${name}": use the id.`);
    return only.id;
  }

  /** The partnerships that a hat belongs to: its one. */
  async list(actor: HatActor): Promise<PartnershipPage> {
    const id = actor.partnershipId;
    const found = id ? await this.doors.partnership(actor, id, (tx) => findPartnership(tx, id)) : null;
    const items = found ? [found] : [];
    return { items, page: 1, pageSize: 50, total: items.length };
  }

  async get(actor: HatActor, id: string): Promise<PartnershipView> {
    const { units, parties, ...partnership } = await this.terms(actor, id);
    const workplaces = units
      .filter((unit) => unit.arm === 'in')
      .map(({ unitId, name, employerName }) => ({ id: unitId, name, employer: employerName }));
    return {
      ...partnership,
      parties: [...parties],
      workplaces,
      comparisonWorkplaces: units.length - workplaces.length,
      periods: fixedPeriodsOver(partnership, this.clock.today()),
      abilities: abilities(partnershipsPolicy, actor),
    };
  }

  /** A partnership with the workplaces in force in some days of a period. @throws Problem 404 */
  async terms(actor: Actor, id: string, period?: Period): Promise<PartnershipTerms> {
    return this.doors.partnership(actor, id, async (tx) => {
      const partnership = await findPartnership(tx, id);
      if (!partnership) throw notFound();
      const units = await unitsOfPartnership(tx, id, period ?? partnership);
      return { ...partnership, units, parties: await partiesOfPartnership(tx, id) };
    });
  }

  /** The id of the one partnership that an operator names, by its name or its id. @throws Problem 404, 409 */
  async idOf(name: string): Promise<string> {
    const written: unknown = name;
    if (isUuid(written)) return written;
    const found = await this.doors.system('find a partnership by its name', (tx) =>
      partnershipsNamed(tx, name),
    );
    const [only, another] = found;
    if (!only) throw new Problem(404, 'unknown-partnership', `There is no partnership "${name}".`);
    if (another)
      throw new Problem(
        409,
        'ambiguous-partnership',
        `Several partnerships are called "${name}": use the id.`,
      );
    return only.id;
  }

  private async nameUnit(
    actor: SystemActor,
    unit: NewPartnership['units'][number],
    others: readonly string[],
    on: LocalDate,
  ): Promise<PartnershipUnit> {
    return this.doors.within(actor, unit.tenantId, async (tx) => {
      const name = (await unitNames(tx, [unit.unitId], on)).get(unit.unitId);
      const employer = await findEmployer(tx, unit.tenantId);
      if (!name || !employer) throw notFound();
      if (await liesWithin(tx, unit.unitId, others)) throw withinAnother();
      return { ...unit, name, employerName: employer.name, sector: employer.sector };
    });
  }
}

const findEmployer = (tx: Tx, tenantId: string): Promise<{ name: string; sector: Sector } | null> =>
  row(tx, 'select name, sector from employers where tenant_id = $1', [tenantId]);

// Figures of workplaces add up to the partnership's, and hidden ones are protected by that sum: none may count twice.
const liesWithin = async (tx: Tx, unitId: string, others: readonly string[]): Promise<boolean> =>
  (await row(
    tx,
    `select from unit_versions where ${inReach('tenant_id')} and unit_id = $1 and path && $2::uuid[] limit 1`,
    [unitId, others.filter((other) => other !== unitId)],
  )) !== null;

const withinAnother = (): Problem =>
  invalidField('units', 'within-another', 'A workplace may not lie within another of the same partnership.');
