import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';
import { useFormat } from './use-format';

export type Paging = { page: number; pageSize: number; total: number; onPage: (page: number) => void };

export const Pager = ({ page, pageSize, total, onPage }: Paging) => {
  const { t } = useTranslation();
  const format = useFormat();
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <div className={styles.foot} data-table>
      <span className="numbers" aria-live="polite">
        {t('pager.range', {
          first: format.number(first),
          last: format.number(last),
          total: format.number(total),
        })}
      </span>
      {total > pageSize && (
        <div className={`${styles.pager} no-print`}>
          <Button size="compact-xs" variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('pager.previous')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={last >= total}
            onClick={() => onPage(page + 1)}
          >
            {t('pager.next')}
          </Button>
        </div>
      )}
    </div>
  );
};
