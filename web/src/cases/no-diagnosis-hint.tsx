import { useTranslation } from 'react-i18next';
import styles from './no-diagnosis-hint.module.css';

/** Stands above every free text about a person. */
export const NoDiagnosisHint = () => {
  const { t } = useTranslation('signals');
  return <p className={styles.hint}>{t('noDiagnosis')}</p>;
};
