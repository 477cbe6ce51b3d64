import styles from './chart.module.css';

type Key = { label: string; colour: string; dashed?: boolean };

export const ChartLegend = ({ keys }: { keys: Key[] }) => (
  <ul className={styles.legend}>
    {keys.map(({ label, colour, dashed = false }) => (
      <li key={label}>
        <span
          className={`${styles.key} ${dashed ? styles.dashed : ''}`}
          style={{ color: colour }}
          aria-hidden="true"
        />
        {label}
      </li>
    ))}
  </ul>
);
