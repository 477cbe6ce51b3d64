import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Label and value, one line each. */
export const Facts = ({ items }: { items: { label: string; value: ReactNode }[] }) => (
  <dl className={styles.facts}>
    {items.map(({ label, value }) => (
      <div key={label} style={{ display: 'contents' }}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
