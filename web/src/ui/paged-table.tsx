import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, type Column } from './data-table';
import type { Paging } from './pager';
import { Answer } from './states';

type Props<Row> = {
  caption: string;
  query: UseQueryResult<Omit<Paging, 'onPage'> & { items: Row[] }>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  onPage: (page: number) => void;
  empty: ReactNode;
  onPhone?: 'cards' | 'dense';
};

/** A list that comes page by page. */
export const PagedTable = <Row,>(props: Props<Row>) => {
  const { caption, query, columns, rowKey, onPage, empty, onPhone = 'cards' } = props;
  return (
    <Answer query={query} lines={6}>
      {(list) => (
        <DataTable
          caption={caption}
          columns={columns}
          rows={list.items}
          rowKey={rowKey}
          paging={{ ...list, onPage }}
          empty={empty}
          onPhone={onPhone}
        />
      )}
    </Answer>
  );
};
