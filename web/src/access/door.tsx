import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../app/brand';
import { LanguageSwitch } from '../app/language-switch';
import styles from './door.module.css';

const Brand = () => (
  <div className={styles.brand}>
    <Mark size={30} /> Nærvær
  </div>
);

/** The page outside: who we are on one side, the way in on the other. */
export const Door = ({ title, intro, children }: { title: string; intro: string; children: ReactNode }) => {
  const { t } = useTranslation('access');
  return (
    <div className={styles.door}>
      <aside className={styles.panel} aria-label="Nærvær">
        <Brand />
        <p>{t('door.promise')}</p>
        <small>{t('door.manner')}</small>
      </aside>
      <main className={styles.room}>
        <Brand />
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.intro}>{intro}</p>
          {children}
        </div>
        <LanguageSwitch />
      </main>
    </div>
  );
};
