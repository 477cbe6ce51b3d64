import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

type Props = {
  title: string;
  aside?: ReactNode;
  /** Where the page's heading says it already: only heard. */
  titleHeard?: boolean;
  /** For tables, which bring their own margins. */
  flush?: boolean;
  children: ReactNode;
};

export const Section = ({ title, titleHeard = false, aside, flush = false, children }: Props) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={titleHeard ? 'only-heard' : styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={flush ? styles.bare : styles.padded}>{children}</div>
    </section>
  );
};

/** A part of a section, or of a fold in it. */
export const Block = ({ title, children }: Pick<Props, 'title' | 'children'>) => {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h3 className={styles.blockTitle} id={id}>
        {title}
      </h3>
      {children}
    </section>
  );
};

export const Stack = ({ children }: { children: ReactNode }) => (
  <div className={styles.stack}>{children}</div>
);

/** Two columns where there is room: by default a wide and a narrow one. */
export const Columns = ({ even = false, children }: { even?: boolean; children: ReactNode }) => (
  <div className={even ? `${styles.columns} ${styles.even}` : styles.columns}>{children}</div>
);
