import styles from './data-table.module.css';
import { Icon } from './icon';

type Props = {
  column: { key: string; head: string; number?: boolean; act?: boolean; sortable?: boolean };
  sorting: { by: string | undefined; onSort: (by: string) => void } | undefined;
  className?: string | undefined;
};

const directionOf = (by: string | undefined, key: string): 'ascending' | 'descending' | 'none' => {
  if (by === key) return 'ascending';
  return by === `-${key}` ? 'descending' : 'none';
};

export const SortHead = ({ column, sorting, className: own }: Props) => {
  const className =
    [column.number === true && styles.end, column.act === true && styles.act, own]
      .filter(Boolean)
      .join(' ') || undefined;
  if (sorting === undefined || column.sortable !== true) {
    return (
      <th scope="col" role="columnheader" className={className}>
        {column.head}
      </th>
    );
  }
  const direction = directionOf(sorting.by, column.key);
  const next = direction === 'ascending' ? `-${column.key}` : column.key;
  return (
    <th scope="col" role="columnheader" aria-sort={direction} className={className}>
      <button type="button" className={styles.sort} onClick={() => sorting.onSort(next)}>
        {column.head}
        {direction !== 'none' && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
      </button>
    </th>
  );
};
