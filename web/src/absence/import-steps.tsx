import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import styles from './import-steps.module.css';
import type { ImportState } from './views';

const STEPS = ['file', 'columns', 'trial', 'apply'] as const;
export type ImportStep = (typeof STEPS)[number];

const OF_STATE: Record<ImportState, ImportStep> = {
  uploaded: 'columns',
  analysing: 'trial',
  analysed: 'trial',
  confirmed: 'apply',
  applying: 'apply',
  applied: 'apply',
  cancelled: 'apply',
  failed: 'apply',
  undoing: 'apply',
  undone: 'apply',
};
export const stepOf = (state: ImportState): ImportStep => OF_STATE[state];

/** Where in the four steps an import stands. */
export const ImportSteps = ({ current }: { current: ImportStep }) => {
  const { t } = useTranslation('absence');
  const position = STEPS.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t('imports.stepsLabel')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={`${styles.step} ${index < position ? styles.done : ''}`}
          aria-current={step === current ? 'step' : undefined}
        >
          <i aria-hidden="true">{index < position ? <Icon name="check" size={14} /> : index + 1}</i>
          <span>{t(`imports.steps.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
};
