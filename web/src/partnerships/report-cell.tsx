import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { useFormat } from '../ui/use-format';
import type { Format } from '../ui/format';
import styles from './report-cell.module.css';
import type { Cell, ReportMeasure } from './views';

type Form = 'percent' | 'decimal' | 'count';
export const FORMS: Record<ReportMeasure, Form> = {
  absenceRate: 'percent',
  daysPerFte: 'decimal',
  spellsPerPersonYear: 'decimal',
  longShare: 'percent',
  signals: 'count',
  contactedInTime: 'percent',
  casesOpened: 'count',
  casesClosed: 'count',
};

const written = (format: Format, form: Form, value: number | null): string => {
  if (form === 'percent') return format.percent(value);
  return format.number(value, form === 'decimal' ? 1 : 0);
};

/** A figure, or why it is not shown. */
export const ReportCell = ({ cell, measure }: { cell: Cell; measure: ReportMeasure }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const form = FORMS[measure];
  if (cell.bound !== undefined && cell.bound !== null) return <>{cell.bound}</>;
  if (cell.hidden !== null) {
    return (
      <span className={styles.hidden} title={t(`hidden.${cell.hidden}`)}>
        <Icon name="lock" size={14} />
        <span className="only-heard">{t(`hidden.${cell.hidden}`)}</span>
      </span>
    );
  }
  const points =
    cell.value !== null && cell.previous !== null && form !== 'count' ? cell.value - cell.previous : null;
  return (
    <>
      {written(format, form, cell.value)}
      {points !== null && (
        <span className={styles.change}>{format.change(form === 'percent' ? points * 100 : points)}</span>
      )}
    </>
  );
};
