import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { useWord } from '../../ui/use-word';
import styles from '../report-cell.module.css';

/** Why a figure is not shown; a small count says that it is small. */
export const Hidden = ({ reason, bound }: { reason: string; bound: string | null }) => {
  const { t } = useTranslation('partnerships');
  const word = useWord();
  const words = word('partnerships', 'hidden', reason);
  if (bound !== null) return <span title={words}>{bound}</span>;
  return (
    <span className={styles.hidden} title={words}>
      <Icon name="lock" size={14} />
      <span className="only-heard">
        {t('hidden.heading')}: {words}
      </span>
    </span>
  );
};
