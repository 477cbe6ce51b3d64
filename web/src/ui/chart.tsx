import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './chart.module.css';
import type { ChartOption } from './chart-engine';
import { DataTable, type Column } from './data-table';

type Props<Row> = {
  /** What it shows, for those who do not see it. */
  label: string;
  option: ChartOption;
  height?: number;
  /** The same figures as a table, always there. */
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
};

/** The chart library comes only when a chart is on the page. */
const useDrawing = (option: ChartOption) => {
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let remove: (() => void) | null = null;
    let gone = false;
    import('./chart-engine')
      .then(({ drawChart }) => {
        if (!gone && box.current !== null) remove = drawChart(box.current, option);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      remove?.();
    };
  }, [option]);
  return { box, failed };
};

export const Chart = <Row,>({ label, option, height = 260, rows, columns, rowKey }: Props<Row>) => {
  const { t } = useTranslation();
  const { box, failed } = useDrawing(option);
  return (
    <div>
      {!failed && <div ref={box} className={styles.box} style={{ height }} role="img" aria-label={label} />}
      <details className={styles.table} open={failed}>
        <summary>{t('showAsTable')}</summary>
        <div>
          <DataTable
            caption={label}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            empty={null}
            onPhone="scroll"
          />
        </div>
      </details>
    </div>
  );
};
