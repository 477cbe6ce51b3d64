import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './stat-tile.module.css';
import { useFormat } from './use-format';

/** How a figure is written, and its difference from a year before. */
export type Scale = 'percent' | 'decimal' | 'whole';

type Props = {
  label: string;
  value: number | null;
  previous: number | null;
  scale: Scale;
  /** More of it is neither better nor worse. */
  neutral?: boolean;
  /** The list behind the figure, when there is one. */
  link?: (shown: string) => ReactNode;
};

const direction = (difference: number): string | undefined => {
  if (difference > 0) return styles.more;
  return difference < 0 ? styles.less : undefined;
};

const Change = ({
  value,
  previous,
  scale,
  neutral,
}: Pick<Props, 'value' | 'previous' | 'scale' | 'neutral'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || previous === null) return <dd className={styles.change}>{t('change.none')}</dd>;
  const factor = scale === 'percent' ? 100 : 1;
  const decimals = scale === 'whole' ? 0 : 1;
  const difference = (value - previous) * factor;
  const seen = Number(difference.toFixed(decimals));
  const before = scale === 'percent' ? format.percent(previous) : format.number(previous, decimals);
  return (
    <dd className={`${styles.change} ${(neutral ? undefined : direction(seen)) ?? ''}`}>
      <b>
        {format.change(difference, decimals)}
        {scale === 'percent' && ` ${t('change.points')}`}
      </b>{' '}
      <span>{t('change.from', { before })}</span>
    </dd>
  );
};

export const StatTile = ({ label, value, previous, scale, neutral = false, link }: Props) => {
  const format = useFormat();
  const shown = scale === 'percent' ? format.percent(value) : format.number(value, scale === 'whole' ? 0 : 1);
  return (
    <div className={styles.tile}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{link === undefined ? shown : link(shown)}</dd>
      <Change value={value} previous={previous} scale={scale} neutral={neutral} />
    </div>
  );
};

export const StatTiles = ({ children }: { children: ReactNode }) => (
  <dl className={styles.tiles}>{children}</dl>
);
