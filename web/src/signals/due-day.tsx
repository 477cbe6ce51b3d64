import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { today } from '../ui/today';
import styles from './due-day.module.css';
import type { SignalRow } from './views';

const CLOSED = ['acted', 'ended', 'withdrawn'];

/** When somebody should have been in touch; a passed day says so in words too. Within a sentence today is written small. */
export const DueDay = ({ signal, inSentence = false }: { signal: SignalRow; inSentence?: boolean }) => {
  const { t } = useTranslation('signals');
  const now = today();
  const running = !CLOSED.includes(signal.state);
  const late = running && signal.dueOn < now;
  return (
    <span className={late ? `${styles.due} ${styles.late}` : styles.due}>
      {running && signal.dueOn === now ? t(inSentence ? 'byToday' : 'dueToday') : <Day on={signal.dueOn} />}
      {late && <span className="only-heard"> {t('overdue')}</span>}
    </span>
  );
};
