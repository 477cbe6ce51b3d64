import { useCallback, useState, type ReactNode } from 'react';
import styles from './data-table.module.css';
import { Pager, type Paging } from './pager';
import { SortHead } from './sort-head';

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, in figures of one width. */
  number?: boolean;
  /** The column that names the row: a row header, and the heading of its card on a phone. */
  main?: boolean;
  /** A column of buttons, at the right; without a label on a phone. */
  act?: boolean;
  /** In a dense list on a phone: in the first line, beside the heading. */
  beside?: boolean;
  sortable?: boolean;
};

export type Sorting = { by: string | undefined; onSort: (by: string) => void };

type Props<Row> = {
  /** What the table shows, for those who hear it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  empty: ReactNode;
  sorting?: Sorting;
  paging?: Paging;
  /** On a phone wide tables of figures scroll, long lists are dense, and all others become cards. */
  onPhone?: 'cards' | 'dense' | 'scroll';
};

const cellClass = <Row,>(column: Column<Row>): string =>
  [
    column.number && styles.end,
    column.main && styles.main,
    column.act && styles.act,
    column.beside && styles.beside,
  ]
    .filter(Boolean)
    .join(' ');

const PHONE = {
  cards: `${styles.table} ${styles.stacked}`,
  dense: `${styles.table} ${styles.stacked} ${styles.dense}`,
  scroll: styles.table,
};

const BodyRow = <Row,>({ columns, row }: { columns: Column<Row>[]; row: Row }) => (
  <tr role="row">
    {columns.map((column) =>
      column.main === true ? (
        <th
          key={column.key}
          scope="row"
          role="rowheader"
          className={cellClass(column)}
          data-label={column.head}
        >
          <div>{column.cell(row)}</div>
        </th>
      ) : (
        <td key={column.key} role="cell" className={cellClass(column)} data-label={column.head}>
          <div>{column.cell(row)}</div>
        </td>
      ),
    )}
  </tr>
);

/** Whether the table is wider than its place: then it scrolls, and the keyboard must reach it to do so. */
const useScrolls = () => {
  const [scrolls, setScrolls] = useState(false);
  const place = useCallback((box: HTMLDivElement) => {
    const watcher = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth));
    for (const each of [box, ...box.children]) watcher.observe(each);
    return () => watcher.disconnect();
  }, []);
  return { place, scrolls };
};

export const DataTable = <Row,>(props: Props<Row>) => {
  const { caption, columns, rows, rowKey, empty, sorting, paging, onPhone = 'cards' } = props;
  const { place, scrolls } = useScrolls();
  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      <div
        ref={place}
        className={styles.scroll}
        data-table
        {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
      >
        {/* The roles are spoken out because cards on a phone change the display of the rows. */}
        <table role="table" className={PHONE[onPhone]}>
          <caption className="only-heard">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <SortHead key={column.key} column={column} sorting={sorting} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <BodyRow key={rowKey(row)} columns={columns} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {paging !== undefined && <Pager {...paging} />}
    </>
  );
};
