import { useTranslation } from 'react-i18next';
import type { Format } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import styles from '../report-cell.module.css';
import { Hidden } from './hidden';
import type { TrackFigure } from './queries';

const written = (format: Format, form: TrackFigure['form'], value: number | null): string => {
  if (form === 'percent') return format.percent(value, 0);
  if (form !== 'decimal') return format.number(value);
  return format.number(value, value !== null && value < 1 ? 2 : 1);
};

/** A figure with its interval and what it is shared by; or why it is not shown. */
export const TrackCell = ({ figure }: { figure: TrackFigure }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const { form, value, low, high, of, reason, bound } = figure;
  if (reason === 'nothing') return <>{t('tracks.notYet')}</>;
  if (reason !== null) return <Hidden reason={reason} bound={bound} />;
  return (
    <>
      {written(format, form, value)}
      {low !== null && high !== null && (
        <span className={styles.change}>
          {written(format, form, low)}–{written(format, form, high)}
        </span>
      )}
      {of !== null && <span className={styles.change}>{t('tracks.of', { of: format.number(of) })}</span>}
    </>
  );
};
