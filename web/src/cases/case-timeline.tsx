import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Status } from '../ui/status';
import { today } from '../ui/today';
import { useWord } from '../ui/use-word';
import styles from './case-timeline.module.css';
import { timelineOf, type TimelineEntry, type TimelineKind } from './timeline';
import type { CaseView } from './views';

/** Where the words of an entry's code are kept. */
const WORDS: Record<TimelineKind, { domain: string; list: string } | null> = {
  deadline: { domain: 'signals', list: 'rules' },
  contact: { domain: 'signals', list: 'contactKinds' },
  referral: { domain: 'cases', list: 'specialists' },
  closed: { domain: 'cases', list: 'outcomes' },
  'follow-up': null,
  opened: null,
};

const EntryState = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation('cases');
  if (entry.state === 'overdue') return <Status tone="danger">{t('entryStates.overdue')}</Status>;
  if (entry.kind === 'deadline') return <Status tone="attention">{t('entryStates.law')}</Status>;
  if (entry.state === 'planned') return <Status tone="quiet">{t('entryStates.planned')}</Status>;
  return null;
};

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation('cases');
  const word = useWord();
  const words = WORDS[entry.kind];
  const detail = words === null || entry.code === null ? null : word(words.domain, words.list, entry.code);
  return (
    <li className={styles[entry.state]}>
      <span className={styles.day}>
        <Day on={entry.on} />
      </span>
      <span className={styles.what}>
        {detail ?? t(`entries.${entry.kind}`)}
        {entry.kind === 'referral' && <span className={styles.small}>{t('entries.referral')}</span>}
        {entry.waitingDays !== null && (
          <span className={styles.small}>{t('waiting', { count: entry.waitingDays })}</span>
        )}
        <EntryState entry={entry} />
      </span>
    </li>
  );
};

export const CaseTimeline = ({ view }: { view: CaseView }) => (
  <ol className={styles.timeline}>
    {timelineOf(view, today()).map((entry) => (
      <Entry key={entry.key} entry={entry} />
    ))}
  </ol>
);
