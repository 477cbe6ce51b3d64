import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Status } from '../ui/status';
import { reopenStep, settleStep } from './queries';
import styles from './step-timeline.module.css';
import { useAct } from './use-act';
import { useWording } from './use-wording';
import { MOMENTS, type JourneyStep, type JourneyView } from './views';

const StepState = ({ step }: { step: JourneyStep }) => {
  const { t } = useTranslation('onboarding');
  if (step.settledOn !== null)
    return (
      <span className={styles.small}>
        {t(`steps.${step.outcome ?? 'done'}`)} <Day on={step.settledOn} />
      </span>
    );
  return (
    <>
      {step.overdue && <Status tone="danger">{t('steps.overdue')}</Status>}
      <span className={styles.small}>
        {t('steps.due')} <Day on={step.dueOn} />
      </span>
    </>
  );
};

const Acts = ({ id, step, title }: { id: string; step: JourneyStep; title: string }) => {
  const { t } = useTranslation('onboarding');
  const settle = useAct((outcome: 'done' | 'not-relevant') => settleStep(id, step.position, { outcome }));
  const reopen = useAct(() => reopenStep(id, step.position));
  if (step.settledOn !== null)
    return (
      <Button
        size="compact-xs"
        variant="default"
        loading={reopen.isPending}
        aria-label={t('steps.undoOf', { title })}
        onClick={() => reopen.mutate(undefined)}
      >
        {t('steps.undo')}
      </Button>
    );
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={settle.isPending}
        aria-label={t('steps.markOf', { title })}
        onClick={() => settle.mutate('done')}
      >
        {t('steps.mark')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray.7"
        aria-label={t('steps.skipOf', { title })}
        onClick={() => settle.mutate('not-relevant')}
      >
        {t('steps.skip')}
      </Button>
    </>
  );
};

const Step = ({ id, step, mayWork }: { id: string; step: JourneyStep; mayWork: boolean }) => {
  const { t } = useTranslation('onboarding');
  const wording = useWording();
  const title = wording(step.title);
  const text = wording(step.text);
  const state = step.settledOn === null ? (step.overdue ? 'overdue' : 'open') : 'done';
  return (
    <li className={styles[state]}>
      <div className={styles.head}>
        <strong>{title}</strong>
        <span className={styles.who}>{t(`hands.${step.who}`)}</span>
        <StepState step={step} />
      </div>
      {text !== '' && <p className={styles.text}>{text}</p>}
      {step.points.length > 0 && (
        <ul className={styles.points}>
          {step.points.map((point) => (
            <li key={point.da}>{wording(point)}</li>
          ))}
        </ul>
      )}
      <div className={`${styles.acts} no-print`}>
        {step.link !== null && (
          <Anchor href={step.link} target="_blank" rel="noreferrer" size="sm">
            {t('steps.link')}
          </Anchor>
        )}
        {mayWork && <Acts id={id} step={step} title={title} />}
      </div>
    </li>
  );
};

/** The steps of an introduction under their moments. */
export const StepTimeline = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  const mayWork = view.abilities.includes('introduction.work');
  return (
    <div className={styles.timeline}>
      {MOMENTS.map((moment) => {
        const steps = view.steps.filter((step) => step.moment === moment);
        if (steps.length === 0) return null;
        return (
          <section key={moment} aria-label={t(`moments.${moment}`)}>
            <h3>{t(`moments.${moment}`)}</h3>
            <ol>
              {steps.map((step) => (
                <Step key={step.position} id={view.id} step={step} mayWork={mayWork} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
};
