import { openTable } from '../../platform/tables/open-table.js';
import { TableRefusal, type Table, type TableRow } from '../../platform/tables/table.js';
import { columnNames, EvaluationFault, onlyOf, type Fields, type Spec } from './fields.js';

/** The columns that a specification names, read once; every column has as many rows. */
export interface Columns {
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly rows: number;
  readonly leftOut: { readonly byOnly: number; readonly incomplete: number };
}

/** Numbers that grow without being copied row by row. */
class GrowingNumbers {
  private held = new Float64Array(1024);
  private count = 0;

  push(value: number): void {
    if (this.count === this.held.length) {
      const larger = new Float64Array(2 * this.count);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.count] = value;
    this.count += 1;
  }

  taken(): Float64Array {
    return this.held.slice(0, this.count);
  }
}

interface Wanted {
  readonly numbers: readonly { readonly name: string; readonly place: number; readonly isLog: boolean }[];
  readonly labels: readonly { readonly name: string; readonly place: number }[];
  readonly only: readonly { readonly place: number; readonly labels: ReadonlySet<string> }[];
  readonly skipIncomplete: boolean;
  readonly hasDecimalComma: boolean;
}

/**
 * Streams a file and keeps the columns that the specification names.
 * @throws EvaluationFault naming the column and the line.
 */
export const readColumns = async (path: string, fields: Fields, spec: Spec): Promise<Columns> => {
  const table = await opened(path);
  const wanted = wantedOf(table, fields, spec);
  const numbers = wanted.numbers.map(() => new GrowingNumbers());
  const labels = wanted.labels.map((): string[] => []);
  const leftOut = { byOnly: 0, incomplete: 0 };
  let rows = 0;
  for await (const batch of table.batches())
    for (const row of batch.rows) {
      if (row.error) throw new EvaluationFault(`line ${row.line}: ${row.error.replaceAll('-', ' ')}`);
      const kept = keptNumbers(row, wanted);
      if (kept === 'other') leftOut.byOnly += 1;
      else if (kept === 'incomplete') leftOut.incomplete += 1;
      else {
        kept.forEach((value, place) => numbers[place]?.push(value));
        wanted.labels.forEach(({ place }, index) => labels[index]?.push((row.cells[place] ?? '').trim()));
        rows += 1;
      }
    }
  if (rows === 0) throw new EvaluationFault('no row of the data is left');
  return {
    numbers: new Map(
      wanted.numbers.map(({ name }, place) => [name, numbers[place]?.taken() ?? new Float64Array()]),
    ),
    labels: new Map(wanted.labels.map(({ name }, place) => [name, labels[place] ?? []])),
    rows,
    leftOut,
  };
};

const opened = async (path: string): Promise<Table> => {
  try {
    return await openTable(path);
  } catch (fault) {
    if (fault instanceof TableRefusal) throw new EvaluationFault(`${path} is no table: ${fault.message}`);
    throw new EvaluationFault(`${path} cannot be read`);
  }
};

const wantedOf = (table: Table, fields: Fields, spec: Spec): Wanted => {
  const placeOf = (name: string): number => {
    const place = table.columns.indexOf(name);
    if (place < 0)
      throw new EvaluationFault(`the data have no column "${name}"; they have ${table.columns.join(', ')}`);
    return place;
  };
  const namesOf = (...kinds: readonly string[]): string[] => {
    const keys = Object.keys(fields).filter((key) => kinds.includes(fields[key]?.kind ?? ''));
    return [...new Set(keys.flatMap((key) => columnNames(spec, key)))];
  };
  const logs = columnNames(spec, 'log');
  const numbers = namesOf('numbers', 'columns');
  const stray = logs.find((name) => !numbers.includes(name));
  if (stray) throw new EvaluationFault(`"log" names ${stray}, which is none of the columns used`);
  return {
    numbers: numbers.map((name) => ({ name, place: placeOf(name), isLog: logs.includes(name) })),
    labels: namesOf('labels', 'categories').map((name) => ({ name, place: placeOf(name) })),
    only: [...onlyOf(spec)].map(([column, labels]) => ({ place: placeOf(column), labels })),
    skipIncomplete: spec['skipIncomplete'] === true,
    hasDecimalComma: table.separator !== ',',
  };
};

const keptNumbers = (row: TableRow, wanted: Wanted): number[] | 'other' | 'incomplete' => {
  const cell = (place: number): string => (row.cells[place] ?? '').trim();
  if (wanted.only.some(({ place, labels }) => !labels.has(cell(place)))) return 'other';
  const kept: number[] = [];
  for (const { name, place, isLog } of wanted.numbers) {
    const text = cell(place);
    if (wanted.skipIncomplete && (text === '' || text === 'NA')) return 'incomplete';
    const value = numberIn(text, wanted.hasDecimalComma);
    if (!Number.isFinite(value))
      throw new EvaluationFault(`line ${row.line}: ${name} is "${text}", not a number`);
    if (isLog && value <= 0)
      throw new EvaluationFault(`line ${row.line}: ${name} is ${value}, which has no logarithm`);
    kept.push(isLog ? Math.log(value) : value);
  }
  return kept;
};

const numberIn = (text: string, hasDecimalComma: boolean): number => {
  if (text === '') return NaN;
  return Number(hasDecimalComma ? text.replace(',', '.') : text);
};
