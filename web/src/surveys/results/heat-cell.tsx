import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format';
import styles from './heat-map.module.css';
import { stepOf } from './palette';
import type { ResultScale, ScaleCell } from './views';
import { useHiddenWords } from './words';

const Change = ({ change }: { change: NonNullable<ScaleCell['change']> }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  if (change.direction === null) return null;
  const arrow = change.difference > 0 ? '▲' : '▼';
  return (
    <span className={styles.small}>
      <span aria-hidden="true">{arrow} </span>
      {format.change(change.difference, 0)}
      {change.drop && ` ${t('map.drop')}`}
    </span>
  );
};

/** A unit and scale: the figure itself, so that nothing rests on the colour behind it. */
export const HeatCell = ({ cell, scale }: { cell: ScaleCell; scale: ResultScale }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const hidden = useHiddenWords();
  if (cell.mean === null) {
    const words = hidden(cell);
    return (
      <td className={styles.hidden} title={words}>
        <span aria-hidden="true">
          {cell.needs === null ? t('map.hidden') : `${cell.has ?? 0}/${cell.needs}`}
        </span>
        <span className="only-heard">{words}</span>
      </td>
    );
  }
  const interval = t('map.interval', { low: format.number(cell.low, 0), high: format.number(cell.high, 0) });
  return (
    <td
      className={`${styles.cell} ${styles[stepOf(cell.mean, scale.higherIsBetter)]} ${cell.change?.drop ? styles.drop : ''}`}
      title={interval}
    >
      <span className={styles.score}>{format.number(cell.mean, 0)}</span>
      <span className="only-heard"> {interval}</span>
      {cell.change !== null && <Change change={cell.change} />}
    </td>
  );
};
