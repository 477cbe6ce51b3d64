import { posix } from 'node:path';
import { TableRefusal } from './table.js';
import type { Archive } from './xlsx-archive.js';
import { meaningOfBuiltIn, meaningOfFormat, type NumberMeaning } from './xlsx-number.js';
import { readXml } from './xml.js';

/** Where the first sheet and what it leans on stand in the archive. */
export interface Workbook {
  readonly sheetName: string;
  readonly sheetPart: string;
  readonly stringsPart: string | null;
  readonly since1904: boolean;
  /** What the numbers of a cell with style n mean. */
  readonly meanings: readonly NumberMeaning[];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

const relationsOf = async (archive: Archive, part: string): Promise<readonly Relation[]> => {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(list)) return relations;
  await readXml(archive.text(list), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: path });
    },
  });
  return relations;
};

const meaningsOf = async (archive: Archive, part: string | null): Promise<readonly NumberMeaning[]> => {
  const written = new Map<number, NumberMeaning>();
  const meanings: NumberMeaning[] = [];
  let isInCells = false;
  if (part === null) return meanings;
  await readXml(archive.text(part), {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') written.set(id, meaningOfFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) meanings.push(written.get(id) ?? meaningOfBuiltIn(id));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return meanings;
};

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

const sheetsOf = async (
  archive: Archive,
  part: string,
): Promise<{ sheets: SheetEntry[]; since1904: boolean }> => {
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  await readXml(archive.text(part), {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation =
        Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', relation, isHidden });
    },
  });
  return { sheets, since1904 };
};

/**
 * Finds the first sheet that a person sees when opening the workbook; pages that are only a chart do not count.
 * @throws TableRefusal `not-a-table` where the archive is no workbook.
 */
export const readWorkbook = async (archive: Archive): Promise<Workbook> => {
  const roots = await relationsOf(archive, '');
  const main = roots.find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!archive.has(main) || !/workbook[^/]*\.xml$/i.test(main)) throw new TableRefusal('not-a-table');
  const relations = await relationsOf(archive, main);
  const { sheets, since1904 } = await sheetsOf(archive, main);
  const partOf = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.part ?? null;
  const readable = sheets.flatMap((sheet) => {
    const found = relations.find(
      (relation) => relation.id === sheet.relation && relation.type === 'worksheet',
    );
    return found ? [{ ...sheet, part: found.part }] : [];
  });
  const first = readable.find((sheet) => !sheet.isHidden) ?? readable[0];
  if (!first) throw new TableRefusal('empty');
  const meanings = await meaningsOf(archive, partOf('styles'));
  return {
    sheetName: first.name,
    sheetPart: first.part,
    stringsPart: partOf('sharedStrings'),
    since1904,
    meanings,
  };
};
