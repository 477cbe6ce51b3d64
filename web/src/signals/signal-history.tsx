import { useTranslation } from 'react-i18next';
import { Moment } from '../ui/day';
import styles from './signal-history.module.css';
import type { SignalView } from './views';

type Event = SignalView['history'][number];

/** Who did what with it, and when. */
export const SignalHistory = ({ events }: { events: Event[] }) => {
  const { t } = useTranslation('signals');
  return (
    <ol className={styles.list}>
      {events.map(({ event, at, by }) => (
        <li key={`${event} ${at}`}>
          <span>
            {t(`history.${event}`)}
            {by !== null && ` · ${by}`}
          </span>
          <Moment at={at} />
        </li>
      ))}
    </ol>
  );
};
