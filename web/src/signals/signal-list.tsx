import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { Empty } from '../ui/states';
import { DueDay } from './due-day';
import styles from './signal-list.module.css';
import { RuleName, SignalStateWord } from './signal-words';
import { signalSubject } from './signal-subject';
import type { SignalRow } from './views';

/** A short list for the side of a page; the worklist has the table. */
export const SignalList = ({
  signals,
  withPerson = true,
}: {
  signals: SignalRow[];
  withPerson?: boolean;
}) => {
  const { t } = useTranslation('signals');
  if (signals.length === 0) return <Empty title={t('none')}>{t('noneHint')}</Empty>;
  return (
    <ul className={styles.list}>
      {signals.map((signal) => (
        <li key={signal.id}>
          <div className={styles.top}>
            <TextLink to="/signals/$signalId" params={{ signalId: signal.id }} className={styles.name}>
              {withPerson ? signalSubject(signal) : <RuleName signal={signal} />}
            </TextLink>
            {withPerson && (
              <span className={styles.due}>
                {t('dueBy')} <DueDay signal={signal} inSentence />
              </span>
            )}
          </div>
          <div className={styles.detail}>
            {withPerson ? <RuleName signal={signal} /> : <SignalStateWord signal={signal} />}
            <span>{withPerson ? signal.unitName : <Day on={signal.raisedOn} />}</span>
          </div>
        </li>
      ))}
    </ul>
  );
};
