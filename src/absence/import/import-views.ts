import { abilities, may, type HatActor } from '../../access/index.js';
import { isSmallCount, type DisclosureLimits } from '../../disclosure/index.js';
import { failureMessage } from './domain/failures.js';
import { fieldsOf, requiredOf, type ImportField, type ImportKind } from './domain/fields.js';
import { guessColumns } from './domain/header-guess.js';
import { actionsIn, isMoving } from './domain/import-state.js';
import type { ColumnMapping } from './domain/mapping.js';
import { remarkMessage } from './domain/remarks.js';
import type { Profile } from './import-profiles.repository.js';
import type { StoredImport } from './imports.repository.js';
import { importsPolicy } from './imports.policy.js';
import type {
  ImportCountsView,
  ImportProfileView,
  ImportRowView,
  ImportTargetView,
  ImportView,
  RejectionView,
} from './imports.view.js';
import type { Remark } from './rejections.repository.js';

/** Cells by column name, of a few rows. */
export type Samples = ReadonlyMap<string, readonly string[]>;

const byField = (columns: ColumnMapping['columns']): Record<string, string> => ({ ...columns });

const targetsOf = (kind: ImportKind): ImportTargetView[] =>
  fieldsOf(kind).map((field) => {
    const choice = requiredOf(kind).find((fields) => fields.includes(field)) ?? [];
    return { field, required: choice.length === 1, insteadOf: choice.length > 1 ? [...choice] : [] };
  });

const guessedOf = ({ kind, outline, mapping }: StoredImport): ImportField[] => {
  const guess = guessColumns(kind, outline.columns);
  return fieldsOf(kind).filter(
    (field) => guess[field] !== undefined && guess[field] === mapping.columns[field],
  );
};

/** Whom a view is for. */
export interface Reader {
  readonly actor: HatActor;
  readonly limits: DisclosureLimits;
}

/** Few rows of absence are told to nobody who may not see whose they are, nor what they could be worked out from. */
const countsFor = ({ actor, limits }: Reader, { kind, counts }: StoredImport): ImportCountsView | null => {
  if (counts === null || kind !== 'absences' || may(importsPolicy, actor, 'import.read-rows')) return counts;
  const { inserted, changed, unchanged, removed } = counts;
  const hidden = [inserted, changed, unchanged, removed].some((count) => isSmallCount(count, limits));
  return hidden ? { ...counts, inserted: null, changed: null, unchanged: null, removed: null } : counts;
};

export const rowViewOf = (reader: Reader, stored: StoredImport): ImportRowView => ({
  id: stored.id,
  kind: stored.kind,
  source: stored.source,
  fileName: stored.fileName,
  fileBytes: stored.fileBytes,
  dataAsOf: stored.dataAsOf,
  state: stored.state,
  createdAt: stored.createdAt,
  createdBy: stored.createdBy,
  finishedAt: stored.finishedAt,
  counts: countsFor(reader, stored),
});

export const viewOf = (reader: Reader, stored: StoredImport, samples: Samples): ImportView => {
  const { actor } = reader;
  const told = countsFor(reader, stored);
  const open: readonly string[] = actionsIn(stored.state).map((action) => `import.${action}`);
  return {
    ...rowViewOf(reader, stored),
    encoding: stored.outline.encoding ?? stored.outline.format,
    delimiter: stored.outline.separator,
    rows:
      stored.rowsRead === 0 || (told?.inserted === null && isSmallCount(stored.rowsRead, reader.limits))
        ? null
        : stored.rowsRead,
    columns: stored.outline.columns.map((header) => ({ header, samples: [...(samples.get(header) ?? [])] })),
    targets: targetsOf(stored.kind),
    mapping: byField(stored.mapping.columns),
    codes: { ...stored.mapping.codes },
    guessed: guessedOf(stored),
    profileId: stored.profileId,
    snapshotWindow: stored.window,
    progress: isMoving(stored.state) ? { done: stored.bytesRead, total: stored.fileBytes } : null,
    problem: stored.failure
      ? { code: stored.failure, detail: failureMessage(stored.failure, actor.language) }
      : null,
    abilities: abilities(importsPolicy, actor).filter((ability) => open.includes(ability)),
  };
};

export const profileViewOf = (profile: Profile): ImportProfileView => ({
  id: profile.id,
  name: profile.name,
  kind: profile.kind,
  source: profile.source,
  mapping: byField(profile.mapping.columns),
  codes: { ...profile.mapping.codes },
  snapshotMonths: profile.snapshotMonths,
});

export const rejectionViewOf = (actor: HatActor, remark: Remark, showsCells: boolean): RejectionView => ({
  line: remark.line,
  severity: remark.severity,
  code: remark.code,
  message: remarkMessage(remark.code, actor.language),
  field: remark.field,
  cells: showsCells && remark.cells ? { ...remark.cells } : null,
});
