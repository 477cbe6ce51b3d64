import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { rows, type Tx } from '../../platform/database/rows.js';
import { Doors } from '../doors.js';
import { inErasingOrder, personTables, type Reference } from './domain/person-tables.js';
import {
  HoldsPersonalData,
  type HeldSection,
  type PersonalDataHolder,
  type PersonKey,
} from './personal-data-holder.js';

/** Columns that name a person, or a row about one where no foreign key can say so. */
const PERSON_COLUMNS = [
  'person_id',
  'manager_person_id',
  'employment_id',
  'subject_id',
  'subject_ids',
  'citizen_id',
];

const WITH_PERSON_COLUMN = `
  select distinct class.relname as name from pg_attribute attribute join pg_class class on class.oid = attribute.attrelid
  where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p')
    and (attribute.attname = any ($1) or class.relname in ('people', 'citizens')) and not attribute.attisdropped`;

const REFERENCES = `
  select source.relname as "from", target.relname as "to" from pg_constraint
  join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
  where contype = 'f' and connamespace = 'public'::regnamespace`;

/** Every domain's holder of personal data, in the order in which they may erase. */
@Injectable()
export class PersonalDataHolders implements OnApplicationBootstrap {
  private holders: readonly PersonalDataHolder[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly doors: Doors,
  ) {}

  /** @throws Error naming the tables with a person's id that no holder answers for */
  async onApplicationBootstrap(): Promise<void> {
    const found = this.discovery
      .getProviders({ metadataKey: HoldsPersonalData.KEY })
      .map(({ instance }) => instance as PersonalDataHolder);
    const { columns, references } = await this.doors.system(
      'see which tables hold personal data',
      readCatalogue,
    );
    const missing = withoutHolder(found, personTables(columns, references));
    if (missing.length > 0) throw new Error(`no holder of personal data answers for ${missing.join(', ')}`);
    this.holders = inErasingOrder(found, references);
  }

  all(): readonly PersonalDataHolder[] {
    return this.holders;
  }

  /** The condition under which any domain still has to say who a person was. */
  needsPerson(tenant: string, person: string): string {
    return anyOf(this.holders.flatMap((holder) => holder.needsPerson(tenant, person) ?? []));
  }

  /** The condition under which any domain still needs a signal that is over. */
  needsSignal(tenant: string, signal: string): string {
    return anyOf(this.holders.flatMap((holder) => holder.needsSignal(tenant, signal) ?? []));
  }

  /** All that is held about a person, of every domain. */
  async describe(tx: Tx, key: PersonKey): Promise<HeldSection[]> {
    const sections: HeldSection[] = [];
    for (const holder of this.holders) sections.push(...(await holder.describe(tx, key)));
    return sections;
  }
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;

export const withoutHolder = (
  holders: readonly Pick<PersonalDataHolder, 'tables'>[],
  tables: ReadonlySet<string>,
): string[] => {
  const held = new Set(holders.flatMap((holder) => holder.tables));
  return [...tables].filter((table) => !held.has(table)).sort();
};

const readCatalogue = async (tx: Tx): Promise<{ columns: string[]; references: Reference[] }> => {
  const tables = await rows<{ name: string }>(tx, WITH_PERSON_COLUMN, [PERSON_COLUMNS]);
  return { columns: tables.map(({ name }) => name), references: await rows<Reference>(tx, REFERENCES) };
};
