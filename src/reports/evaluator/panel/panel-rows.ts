import { createHmac } from 'node:crypto';
import { readPersonMonths, type PersonMonth } from '../../../absence/index.js';
import { openCprNumbers } from '../../../people/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import type { CsvValue } from '../../../platform/documents/csv.js';
import type { Cipher } from '../../../platform/storage/cipher.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { panelCells, type PanelField } from './domain/panel-fields.js';

/** Calls persons by names that only this key gives: alike within a delivery, and of no use beside another. */
export const pseudonymsUnder =
  (key: Uint8Array) =>
  (personId: string): string =>
    createHmac('sha256', key).update(personId).digest('hex').slice(0, 32);

export interface PanelSource {
  readonly tx: Tx;
  readonly tenantId: string;
  readonly today: LocalDate;
  readonly knownUntil: LocalDate | null;
  readonly pseudonymOf: (personId: string) => string;
  /** Is told of persons before their rows leave. */
  readonly tell: (personIds: readonly string[]) => Promise<void>;
}

/** Persons come one after the other, so whoever ended the last batch may begin the next one. */
async function* batchesWithNew(
  source: PanelSource,
): AsyncGenerator<{ batch: PersonMonth[]; people: string[] }> {
  let last = '';
  for await (const batch of readPersonMonths(source.tx, source, source.today)) {
    const people = [...new Set(batch.map(({ personId }) => personId))].filter((id) => id !== last);
    last = batch.at(-1)?.personId ?? last;
    if (people.length > 0) await source.tell(people);
    yield { batch, people };
  }
}

export async function* panelLines(
  source: PanelSource,
  fields: readonly PanelField[],
  workplaces: ReadonlyMap<string, string>,
): AsyncGenerator<CsvValue[]> {
  for await (const { batch } of batchesWithNew(source)) {
    for (const month of batch)
      yield panelCells(fields, {
        ...month,
        pseudonym: source.pseudonymOf(month.personId),
        workplace: workplaces.get(month.unitId) ?? '',
      });
  }
}

export const LINK_COLUMNS = ['person', 'cpr'];

/** Which CPR number each pseudonym of a panel stands for. */
export async function* linkLines(source: PanelSource, cipher: Cipher): AsyncGenerator<CsvValue[]> {
  for await (const { people } of batchesWithNew(source)) {
    for (const { personId, cpr } of await openCprNumbers(source.tx, cipher, source.tenantId, people))
      yield [source.pseudonymOf(personId), cpr];
  }
}
