import { useTranslation } from 'react-i18next';
import { Moment } from '../ui/day';
import { useWord } from '../ui/use-word';
import styles from './outcomes.module.css';
import type { SettlementView } from './views';

const TRAIL = ['comment', 'approve', 'sign', 'send'] as const;

type Step = SettlementView['steps'][number];

const Taken = ({ step }: { step: Step }) => {
  const word = useWord();
  const { name, party, at, note } = step;
  return (
    <>
      <span>{[name, party.name, word('outcomes', 'roles', party.role)].filter(Boolean).join(', ')}</span>
      <span className={styles.when}>
        <Moment at={at} />
      </span>
      {note !== '' && <q className={styles.note}>{note}</q>}
    </>
  );
};

/** From draft to sent: who has taken which step, and what comes next. One that was withdrawn ends there. */
export const SettlementTrail = ({ settlement }: { settlement: SettlementView }) => {
  const { t } = useTranslation('outcomes');
  const { steps, state } = settlement;
  const coming = state === 'withdrawn' ? [] : TRAIL.filter((one) => !steps.some(({ step }) => step === one));
  return (
    <ol className={styles.trail} aria-label={t('steps.title')}>
      {steps.map((step) => (
        <li key={step.step} data-taken>
          <strong>{t(`acts.done.${step.step}`)}</strong>
          <Taken step={step} />
        </li>
      ))}
      {coming.map((step) => (
        <li key={step}>
          <strong>{t(`acts.${step}`)}</strong>
          <span>{t(`acts.coming.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
};
