import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../ui/status';
import { useRuleName } from './use-rule-name';
import type { SignalRow, SignalState } from './views';
import styles from './signal-words.module.css';

const TONES: Record<SignalState, Tone> = {
  unclaimed: 'attention',
  claimed: 'calm',
  acted: 'quiet',
  ended: 'quiet',
  withdrawn: 'quiet',
};

/** The reason in plain words, with what must be known about it. */
export const RuleName = ({
  signal,
}: {
  signal: Pick<SignalRow, 'rule' | 'legal' | 'learnedLate' | 'escalated'>;
}) => {
  const { t } = useTranslation('signals');
  const ruleName = useRuleName();
  return (
    <span className={styles.rule}>
      {ruleName(signal.rule)}
      {signal.legal && <Status tone="danger">{t('legal')}</Status>}
      {signal.learnedLate && <Status tone="quiet">{t('learnedLate')}</Status>}
      {signal.escalated && <Status tone="attention">{t('escalated')}</Status>}
    </span>
  );
};

export const SignalStateWord = ({ signal }: { signal: SignalRow }) => {
  const { t } = useTranslation('signals');
  const { state, takenBy } = signal;
  const text =
    state === 'claimed' && takenBy !== null ? t('takenBy', { name: takenBy.name }) : t(`states.${state}`);
  return <Status tone={TONES[state]}>{text}</Status>;
};
