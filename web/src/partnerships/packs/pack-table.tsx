import { DataTable } from '../../ui/data-table';
import { Section } from '../../ui/section';
import styles from './pack.module.css';
import type { PackTable as Table } from './queries';

const FIGURE = /^(?:[±+−-]?[\d.,]+(?:\s?%)?|<\d+|–|)$/;

/** A column of nothing but figures; the paper's cells are text. */
const isOfFigures = ({ rows }: Table, place: number): boolean =>
  rows.some((row) => /\d/.test(row[place] ?? '')) && rows.every((row) => FIGURE.test(row[place] ?? ''));

/** A table of a pack in the words that its paper has. */
export const PackTable = ({ table }: { table: Table }) => (
  <Section title={table.heading} aside={table.note} flush>
    <DataTable
      caption={table.heading}
      columns={table.columns.map((head, place) => ({
        key: head,
        head,
        main: place === 0,
        number: place > 0 && isOfFigures(table, place),
        cell: (row: string[]) => row[place] ?? '',
      }))}
      rows={table.rows}
      rowKey={(row) => row.join(' ')}
      empty={<p className={styles.empty}>{table.empty}</p>}
    />
  </Section>
);
