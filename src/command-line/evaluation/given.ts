import { indicators } from '../../evidence/design.js';
import type { Numbers } from '../../evidence/vector.js';
import { columnNames, EvaluationFault, type Spec } from './fields.js';
import type { Columns } from './read-columns.js';

/** What a design is given: its specification with the columns that it names. */
export class Given {
  constructor(
    private readonly spec: Spec,
    private readonly columns: Columns,
  ) {}

  get rows(): number {
    return this.columns.rows;
  }

  has(key: string): boolean {
    return key in this.spec;
  }

  numbers(key: string): Float64Array {
    const [name = ''] = columnNames(this.spec, key);
    return this.named(name);
  }

  labels(key: string): readonly string[] {
    const [name = ''] = columnNames(this.spec, key);
    const column = this.columns.labels.get(name);
    if (!column) throw new EvaluationFault(`the specification lacks ${key}`);
    return column;
  }

  /** `{ [as]: column }` where the key is given, else nothing: for optional properties. */
  optionalNumbers<As extends string>(key: string, as: As): Partial<Record<As, Float64Array>> {
    const found: Partial<Record<As, Float64Array>> = {};
    if (this.has(key)) found[as] = this.numbers(key);
    return found;
  }

  optionalLabels<As extends string>(key: string, as: As): Partial<Record<As, readonly string[]>> {
    const found: Partial<Record<As, readonly string[]>> = {};
    if (this.has(key)) found[as] = this.labels(key);
    return found;
  }

  optionalNumber<As extends string>(key: string, as: As): Partial<Record<As, number>> {
    const found: Partial<Record<As, number>> = {};
    if (this.has(key)) found[as] = this.number(key, NaN);
    return found;
  }

  /** The columns under `columns` and an indicator a label of those under `categories`. */
  explaining(): Record<string, Numbers> {
    const plain = columnNames(this.spec, 'columns').map((name): [string, Numbers] => [
      name,
      this.named(name),
    ]);
    const kinds = columnNames(this.spec, 'categories').flatMap((name) =>
      Object.entries(indicators(name, this.columns.labels.get(name) ?? [])),
    );
    return Object.fromEntries([...plain, ...kinds]);
  }

  number(key: string, fallback: number): number {
    const value = this.spec[key];
    return typeof value === 'number' ? value : fallback;
  }

  boolean(key: string, fallback: boolean): boolean {
    const value = this.spec[key];
    return typeof value === 'boolean' ? value : fallback;
  }

  text(key: string): string {
    return String(this.spec[key]);
  }

  list(key: string): number[] {
    const value = this.spec[key];
    return Array.isArray(value) ? value.map(Number) : [];
  }

  names(key: string): string[] {
    return columnNames(this.spec, key);
  }

  /** One of some words; the first where nothing is said. */
  choice<const Words extends readonly [string, ...string[]]>(key: string, words: Words): Words[number] {
    return words.find((word) => word === this.spec[key]) ?? words[0];
  }

  named(name: string): Float64Array {
    const column = this.columns.numbers.get(name);
    if (!column) throw new EvaluationFault(`the specification lacks a column ${name}`);
    return column;
  }

  get confidence(): number {
    const confidence = this.number('confidence', 0.95);
    if (confidence > 0 && confidence < 1) return confidence;
    throw new EvaluationFault('"confidence" must be between 0 and 1');
  }
}
