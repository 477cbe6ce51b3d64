import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRuleName } from '../signals/use-rule-name';
import { Day } from '../ui/day';
import { Status } from '../ui/status';
import { today } from '../ui/today';
import { useWord } from '../ui/use-word';
import styles from './case-timeline.module.css';
import { FinishModal } from './finish-modal';
import { timelineOf, type TimelineEntry } from './timeline';
import type { CaseView } from './views';

const useEntryName = (): ((entry: TimelineEntry) => string) => {
  const { t } = useTranslation('cases');
  const word = useWord();
  const ruleName = useRuleName();
  return ({ kind, code }) => {
    if (code === null) return t(`entries.${kind}`);
    if (kind === 'signal' || kind === 'deadline') return ruleName(code);
    if (kind === 'contact') return word('signals', 'contactKinds', code);
    return word('cases', kind === 'referral' ? 'specialists' : 'outcomes', code);
  };
};

const EntryState = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation('cases');
  if (entry.state === 'overdue') return <Status tone="danger">{t('entryStates.overdue')}</Status>;
  if (entry.kind === 'deadline') return <Status tone="attention">{t('entryStates.law')}</Status>;
  if (entry.state === 'planned') return <Status tone="quiet">{t('entryStates.planned')}</Status>;
  return null;
};

const canFinish = ({ kind, state }: TimelineEntry): boolean =>
  (kind === 'referral' || kind === 'follow-up') && state !== 'done';

type EntryProps = { entry: TimelineEntry; onFinish: ((entry: TimelineEntry) => void) | null };

const Entry = ({ entry, onFinish }: EntryProps) => {
  const { t } = useTranslation('cases');
  const name = useEntryName();
  return (
    <li className={styles[entry.state]}>
      <span className={styles.day}>
        <Day on={entry.on} />
      </span>
      <span className={styles.what}>
        {name(entry)}
        {(entry.kind === 'referral' || entry.kind === 'signal') && (
          <span className={styles.small}>{t(`entries.${entry.kind}`)}</span>
        )}
        {entry.waitingDays !== null && (
          <span className={styles.small}>{t('waiting', { count: entry.waitingDays })}</span>
        )}
        <EntryState entry={entry} />
        {onFinish !== null && canFinish(entry) && (
          <Button size="compact-xs" variant="default" className="no-print" onClick={() => onFinish(entry)}>
            {t('finish.button')}
          </Button>
        )}
      </span>
    </li>
  );
};

export const CaseTimeline = ({ view, mayFinish }: { view: CaseView; mayFinish: boolean }) => {
  const [finishing, setFinishing] = useState<TimelineEntry | null>(null);
  return (
    <>
      <ol className={styles.timeline}>
        {timelineOf(view, today()).map((entry) => (
          <Entry
            key={`${entry.kind} ${entry.key}`}
            entry={entry}
            onFinish={mayFinish ? setFinishing : null}
          />
        ))}
      </ol>
      {finishing !== null && (
        <FinishModal caseId={view.id} entry={finishing} onClose={() => setFinishing(null)} />
      )}
    </>
  );
};
