import { TableRefusal } from './table.js';
import type { Archive } from './xlsx-archive.js';
import { walkXml } from './xml.js';

/** A workbook keeps each text once, in a list the cells point into: the one part that must be held in memory. */
const MAX_STRINGS = 2_000_000;
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** `_x000D_` is how a workbook writes a character that XML may not hold; NUL no reader of ours may either. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
        return String.fromCharCode(Number.parseInt(code, 16) || 0xfffd);
      })
    : text;

/** @throws TableRefusal `workbook-too-large`. */
export const readSharedStrings = async (
  archive: Archive,
  part: string | null,
): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (part === null || !archive.has(part)) return strings;
  let current = '';
  let characters = 0;
  let isText = false;
  let isPhonetic = false;
  const pieces = walkXml(archive.text(part), {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      strings.push(unescapeText(current));
      characters += current.length;
    },
  });
  for await (const _ of pieces) {
    if (strings.length > MAX_STRINGS || characters + current.length > MAX_CHARACTERS) {
      throw new TableRefusal('workbook-too-large');
    }
  }
  return strings;
};
