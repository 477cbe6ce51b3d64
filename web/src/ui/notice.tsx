import type { ReactNode } from 'react';
import styles from './notice.module.css';
import type { Tone } from './status';

/** Something the reader should know before going on. */
export const Notice = ({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) => (
  <div className={`${styles.notice} ${styles[tone]}`}>
    {title !== undefined && <strong>{title}</strong>}
    {children !== undefined && <div>{children}</div>}
  </div>
);
