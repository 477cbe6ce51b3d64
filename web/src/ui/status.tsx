import type { ReactNode } from 'react';
import styles from './status.module.css';

export type Tone = 'calm' | 'attention' | 'danger' | 'quiet';

/** A state in one word; the colour only repeats it. */
export const Status = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`${styles.status} ${styles[tone]}`}>{children}</span>
);
