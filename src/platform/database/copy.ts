import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { clientOf } from './client.js';
import type { Tx } from './rows.js';

const SPECIAL = /[\\\t\n\r\0]/;
const EVERY_SPECIAL = /[\\\t\n\r\0]/g;
/** PostgreSQL's text has no NUL. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '',
};

const escaped = (value: string): string =>
  SPECIAL.test(value) ? value.replace(EVERY_SPECIAL, (character) => ESCAPES[character] ?? '') : value;

/** Whether a text, and so every part of it, can stand in a line of `COPY` as it is. */
export const isPlain = (text: string): boolean => !SPECIAL.test(text);

/**
 * One line of `COPY` in text form.
 * @param plain whether the values are known to be plain, which saves looking at each
 */
export const copyLine = (values: readonly (string | number | null)[], plain = false): string => {
  let line = '';
  let before = '';
  for (const value of values) {
    line += before;
    if (value === null) line += '\\N';
    else line += plain || typeof value === 'number' ? value : escaped(value);
    before = '\t';
  }
  return `${line}\n`;
};

/**
 * Streams lines into a table that has no row level security (PostgreSQL refuses `COPY` there), at the speed at which
 * the server takes them.
 * @param target table and columns, as in `rows (line, name)`
 */
export const copyInto = async (tx: Tx, target: string, lines: AsyncIterable<string>): Promise<void> => {
  const client = await clientOf(tx);
  await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${target} from stdin`)));
};
