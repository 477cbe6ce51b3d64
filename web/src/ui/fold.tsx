import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import styles from './fold.module.css';

type Props = {
  title: ReactNode;
  /** What it comes to, for those who leave it closed. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Details for those who want them: closed at first, open on paper. What is closed is not drawn. */
export const Fold = ({ title, aside, children }: Props) => {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const unfold = (): void => flushSync(() => setOpen(true));
    window.addEventListener('beforeprint', unfold);
    return () => window.removeEventListener('beforeprint', unfold);
  }, []);
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.title}>{title}</span>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </summary>
      {open && <div className={styles.body}>{children}</div>}
    </details>
  );
};
