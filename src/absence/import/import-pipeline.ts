import {
  judgeRoster,
  keepsCpr,
  mergeRoster,
  employmentsChanged,
  privateDataSealer,
  ROSTER_COLUMNS,
  ROSTER_WIDTH,
  rosterValues,
  TooManyUnits,
  type RosterPlan,
} from '../../people/index.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { row, type Tx } from '../../platform/database/rows.js';
import type { Cipher } from '../../platform/storage/cipher.js';
import type { Table } from '../../platform/tables/table.js';
import { absenceDecoder, type AbsenceRow } from './domain/absence-row.js';
import { ImportFailure } from './domain/failures.js';
import { mappedFields, mappingFaults, type MappedField } from './domain/mapping.js';
import { rosterDecoder } from './domain/roster-row.js';
import { pseudonymousKey } from './domain/person-key.js';
import type { ImportProgress } from './import-progress.js';
import { outlineOf, type ImportCounts, type StoredImport } from './imports.repository.js';
import { ABSENCE_COLUMNS, judgeAbsences } from './judge-absences.queries.js';
import { mergeAbsences } from './merge-absences.queries.js';
import { keepRemarks } from './rejections.repository.js';
import { stagedBy, stageRows, type Staging } from './staged-rows.js';

export interface Pipeline {
  readonly table: Table;
  readonly wanted: StoredImport;
  readonly cipher: Cipher;
  readonly progress: ImportProgress;
  /** False for a dry run: the same way, ended before anything is recorded. */
  readonly apply: boolean;
}

const absenceValues = (row: AbsenceRow): (string | number | null)[] => [
  row.employeeNumber,
  row.code,
  row.kind,
  row.firstOn,
  row.lastOn,
  row.degree,
  row.registeredOn,
];

const absenceStaging = ({ mapping, dataAsOf }: StoredImport, fields: readonly MappedField[]): Staging => ({
  columns: ABSENCE_COLUMNS,
  width: 7,
  fields,
  decode: stagedBy(absenceDecoder(mapping, fields, dataAsOf), absenceValues),
});

const rosterStaging = async (
  { tenantId, dataAsOf }: StoredImport,
  fields: readonly MappedField[],
  cipher: Cipher,
  withCpr: boolean,
): Promise<Staging> => {
  const pseudonym = await cipher.pseudonymiser(tenantId);
  const seal = await privateDataSealer(cipher, tenantId);
  return {
    columns: ROSTER_COLUMNS,
    width: ROSTER_WIDTH,
    fields,
    decode: stagedBy(rosterDecoder(fields, dataAsOf), (row) =>
      rosterValues({
        ...row,
        // A CPR number tells persons apart also where it is not kept.
        personKey: pseudonymousKey(row.personKey ?? row.cpr, pseudonym),
        privateData: seal({ ...row, cpr: withCpr ? row.cpr : null }),
      }),
    ),
  };
};

type Judged = Omit<ImportCounts, 'rejected' | 'warnings'>;
interface Judgement {
  readonly counts: Judged;
  merge(): Promise<void>;
}

const judgeAbsenceFile = async (tx: Tx, wanted: StoredImport): Promise<Judgement> => {
  const { tenantId, id: importId, source, dataAsOf, window } = wanted;
  const plan = { tenantId, importId, source, dataAsOf, window };
  const counts = await judgeAbsences(tx, plan);
  return { counts, merge: () => mergeAbsences(tx, plan) };
};

const judgeRosterFile = async (
  tx: Tx,
  wanted: StoredImport,
  fields: readonly MappedField[],
  withCpr: boolean,
): Promise<Judgement> => {
  const { tenantId, id: importId, dataAsOf } = wanted;
  const has = (name: string): boolean => fields.some(({ field }) => field === name);
  const knows = { ends: has('to'), managers: has('manager'), jobs: has('jobGroup') };
  const knowsPrivate = { cpr: withCpr && has('cpr'), phone: has('phone'), email: has('email') };
  const plan: RosterPlan = { tenantId, importId, dataAsOf, knows, knowsPrivate };
  const { counts, units } = await judgeRoster(tx, plan).catch((error: unknown) => {
    throw error instanceof TooManyUnits ? new ImportFailure('too-many-units') : error;
  });
  const merge = async (): Promise<void> => {
    await mergeRoster(tx, plan, units);
    if (counts.inserted + counts.changed > 0) await addJob(tx, employmentsChanged, { tenantId });
  };
  return { counts: { ...counts, removed: 0 }, merge };
};

/** One import of an employer at a time: each judges by what the one before has recorded. */
const prepare = async (tx: Tx, tenantId: string): Promise<void> => {
  await row(tx, `select pg_advisory_xact_lock(hashtextextended('imports of ' || $1, 0))`, [tenantId]);
  // Enough to sort and join a million rows in memory; one import runs at a time in a worker.
  await tx.query(`set local work_mem = '160MB'`);
};

/** From a table to figures, in one transaction: staged, judged, its remarks kept, and recorded unless it is a dry run. */
export const runPipeline = async (tx: Tx, pipeline: Pipeline): Promise<ImportCounts> => {
  const { table, wanted, cipher, progress } = pipeline;
  const { tenantId, kind, mapping } = wanted;
  const { columns } = outlineOf(table);
  if (mappingFaults(kind, mapping, columns).length > 0) throw new ImportFailure('columns-unmapped');
  const fields = mappedFields(kind, mapping, columns);
  await prepare(tx, tenantId);
  const withCpr = await keepsCpr(tx, tenantId);
  const staging =
    kind === 'absences'
      ? absenceStaging(wanted, fields)
      : await rosterStaging(wanted, fields, cipher, withCpr);
  await stageRows(tx, table, staging, progress.tell);
  const judged =
    kind === 'absences'
      ? await judgeAbsenceFile(tx, wanted)
      : await judgeRosterFile(tx, wanted, fields, withCpr);
  progress.tell();
  const target = { tenantId, importId: wanted.id, fields };
  const remarks = await keepRemarks(tx, target, await cipher.sealer(tenantId));
  progress.tell();
  if (pipeline.apply) await judged.merge();
  progress.tell();
  return { ...judged.counts, ...remarks };
};
