import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-header.module.css';

type Props = {
  title: string;
  /** Links upwards, the widest first. */
  path?: ReactNode[];
  meta?: ReactNode;
  actions?: ReactNode;
  /** Names of people stay out of the browser's history: such a page gives a title without them. */
  tabTitle?: string;
};

export const PageHeader = ({ title, path = [], meta, actions, tabTitle = title }: Props) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${tabTitle} · Nærvær`;
  }, [tabTitle]);
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {path.length > 0 && (
          <nav aria-label={t('breadcrumb')}>
            <ol className={styles.path}>
              {path.map((link, index) => (
                <li key={index}>{link}</li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className={styles.title}>{title}</h1>
        {meta !== undefined && <div className={styles.meta}>{meta}</div>}
      </div>
      {actions !== undefined && <div className={`${styles.actions} no-print`}>{actions}</div>}
    </div>
  );
};
