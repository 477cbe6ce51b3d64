import { useTranslation } from 'react-i18next';
import type { Format } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import styles from '../report-cell.module.css';
import { Hidden } from './hidden';
import type { TrackFigure, TrackMeasure } from './queries';

const PERCENTS: readonly TrackMeasure[] = [
  'follow-ups-in-time',
  'returned-13',
  'returned-26',
  'returned-52',
  'same-coach',
  'course-attendance',
  'competence-held',
];
const DECIMALS: readonly TrackMeasure[] = ['case-length', 'coach-load', 'caseworker-load'];

const written = (format: Format, measure: TrackMeasure, value: number | null): string => {
  if (PERCENTS.includes(measure)) return format.percent(value, 0);
  if (measure === 'coach-changes') return format.number(value, 2);
  return format.number(value, DECIMALS.includes(measure) ? 1 : 0);
};

/** A figure with its interval and what it is shared by; or why it is not shown. */
export const TrackCell = ({ figure }: { figure: TrackFigure }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const { measure, value, low, high, of, reason } = figure;
  if (reason === 'nothing') return <>{t('tracks.notYet')}</>;
  if (reason !== null)
    return <Hidden reason={reason} few={!PERCENTS.includes(measure) && measure !== 'median-weeks'} />;
  return (
    <>
      {written(format, measure, value)}
      {low !== null && high !== null && (
        <span className={styles.change}>
          {written(format, measure, low)}–{written(format, measure, high)}
        </span>
      )}
      {of !== null && <span className={styles.change}>{t('tracks.of', { of: format.number(of) })}</span>}
    </>
  );
};
