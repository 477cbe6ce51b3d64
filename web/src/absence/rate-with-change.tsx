import type { Figure } from './views';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import styles from './rate-with-change.module.css';

const toneOf = (points: number): string => {
  if (points >= 0.05) return `${styles.change} ${styles.more}`;
  return points <= -0.05 ? `${styles.change} ${styles.less}` : `${styles.change}`;
};

/** The rate, and beside it how many points it has moved in a year. */
export const RateWithChange = ({ figure }: { figure: Figure }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const { value, previous } = figure;
  const points = value === null || previous === null ? null : (value - previous) * 100;
  return (
    <span className="numbers together">
      {format.percent(value)}
      {points !== null && (
        <span className={toneOf(points)} title={t('units.change')}>
          {format.change(points)}
        </span>
      )}
    </span>
  );
};
