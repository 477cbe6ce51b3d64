import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import styles from './outcomes.module.css';
import type { Fidelity } from './views';

/** How broadly the work was done; what nobody has recorded says so. */
export const FidelityList = ({ figures }: { figures: Fidelity[] }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  return (
    <>
      <p>{t('fidelity.hint')}</p>
      <dl className={styles.fidelity}>
        {figures.map(({ kind, state, percent, days }) => (
          <div key={kind}>
            <dt>{word('outcomes', 'fidelity.kinds', kind)}</dt>
            <dd className={state === 'measured' ? styles.big : undefined}>
              {percent !== null && format.percent(percent / 100, 0)}
              {days !== null && t('fidelity.days', { count: days })}
              {state !== 'measured' && word('outcomes', 'fidelity.states', state)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};
