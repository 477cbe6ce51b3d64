import { useTranslation } from 'react-i18next';
import type { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import styles from './report-cell.module.css';
import type { ReportCell as Cell, ReportFigure, ReportMeasure } from './views';

type Form = 'percent' | 'decimal' | 'count';

const PERCENTS: readonly ReportMeasure[] = [
  'absence-rate',
  'short-share',
  'medium-share',
  'long-share',
  'contacted-in-time',
];
const DECIMALS: readonly ReportMeasure[] = [
  'days-per-fte',
  'spells-ended',
  'spells-begun',
  'referral-waiting',
];

const formOf = (measure: ReportMeasure): Form => {
  if (PERCENTS.includes(measure)) return 'percent';
  return DECIMALS.includes(measure) ? 'decimal' : 'count';
};

const written = (format: Format, form: Form, value: number | null): string => {
  if (form === 'percent') return format.percent(value);
  return format.number(value, form === 'decimal' ? 1 : 0);
};

const Hidden = ({ cell }: { cell: Cell }) => {
  const { t } = useTranslation('partnerships');
  const word = useWord();
  if (cell.reason === null || cell.reason === 'nothing') return <>–</>;
  const reason = word('partnerships', 'hidden', cell.reason);
  return (
    <span className={styles.hidden} title={reason}>
      <Icon name="lock" size={14} />
      <span className="only-heard">
        {t('hidden.heading')}: {reason}
      </span>
    </span>
  );
};

/** A figure and how it has moved in a year, or why it is not shown. */
export const ReportCell = ({ figure }: { figure: ReportFigure | undefined }) => {
  const format = useFormat();
  if (figure === undefined) return <>–</>;
  const { now, measure, change } = figure;
  if (now.bound !== null) return <>{now.bound}</>;
  if (!now.shown) return <Hidden cell={now} />;
  const form = formOf(measure);
  return (
    <>
      {written(format, form, now.value)}
      {change !== null && form !== 'count' && (
        <span className={styles.change}>{format.change(form === 'percent' ? change * 100 : change)}</span>
      )}
    </>
  );
};
