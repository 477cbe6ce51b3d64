import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { UnusableBackup, type FrameReader, type TableEntry } from './archive.js';
import type { BackupSummary } from './backup.js';
import { columnList, qualified, type Table } from './catalogue.js';
import { entryBytes, fileOf, sequenceOf, tableOf } from './entry.js';
import { restoreFile } from './stored-files.js';

/** The database that is restored into: each schema with the connection that owns its tables. */
export interface Target {
  readonly clients: ReadonlyMap<string, Client>;
  readonly tables: readonly Table[];
}

const clientFor = (target: Target, schema: string): Client => {
  const client = target.clients.get(schema);
  if (!client)
    throw new UnusableBackup(`the backup holds a schema ${schema} that this release does not know`);
  return client;
};

const loadTable = async (target: Target, entry: TableEntry, next: FrameReader): Promise<number> => {
  const client = clientFor(target, entry.schema);
  const table = target.tables.find(({ schema, name }) => schema === entry.schema && name === entry.name);
  const lacking = entry.columns.filter((column) => !table?.columns.includes(column));
  if (!table || lacking.length > 0) {
    throw new Error(
      `this database lacks ${table ? `${lacking.join(', ')} of ` : ''}the table ${qualified(entry)} of the backup`,
    );
  }
  const { bytes, check } = entryBytes(next);
  const copy = client.query(copyFrom(`copy ${qualified(entry)} (${columnList(entry)}) from stdin`));
  await pipeline(bytes, copy);
  check(entry.name, copy.rowCount);
  return copy.rowCount;
};

/** Loads all entries up to the closing one. @throws UnusableBackup where the archive is damaged or breaks off. */
export const loadAll = async (target: Target, dataDir: string, next: FrameReader): Promise<BackupSummary> => {
  let [tables, rows, files] = [0, 0, 0];
  for (let item = await next(); item.kind !== 'closing'; item = await next()) {
    if (item.kind === 'table') {
      rows += await loadTable(target, tableOf(item), next);
      tables += 1;
    } else if (item.kind === 'sequence') {
      const sequence = sequenceOf(item);
      await clientFor(target, sequence.schema).query('select setval($1, $2)', [
        qualified(sequence),
        sequence.value,
      ]);
    } else if (item.kind === 'file') {
      await restoreFile(dataDir, fileOf(item), next);
      files += 1;
    } else throw new UnusableBackup('the backup is damaged');
  }
  return { tables, rows, files };
};
