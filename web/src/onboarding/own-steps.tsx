import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Section } from '../ui/section';
import { Empty } from '../ui/states';
import styles from './link-page.module.css';
import { useOwnAct } from './use-own-act';
import { markOwnStep } from './queries';
import { useWording } from './use-wording';
import type { LinkPageView } from './views';

type OwnStep = LinkPageView['steps'][number];

const Step = ({ step, secret }: { step: OwnStep; secret: string }) => {
  const { t } = useTranslation('onboarding');
  const wording = useWording();
  const { position, settledOn } = step;
  const mark = useOwnAct(secret, (done: boolean) => markOwnStep({ secret, position, done }));
  const text = wording(step.text);
  const title = wording(step.title);
  return (
    <li>
      <strong>{title}</strong>
      <span className={styles.small}>
        {t(`moments.${step.moment}`)} · {t(settledOn === null ? 'page.due' : 'page.done')}{' '}
        <Day on={settledOn ?? step.dueOn} />
      </span>
      {text !== '' && <p className={styles.text}>{text}</p>}
      {step.points.length > 0 && (
        <ul className={styles.text}>
          {step.points.map((point) => (
            <li key={point.da}>{wording(point)}</li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        <Button
          size="sm"
          variant={settledOn === null ? 'light' : 'default'}
          loading={mark.isPending}
          aria-label={t(settledOn === null ? 'steps.markOf' : 'steps.undoOf', { title })}
          onClick={() => mark.mutate(settledOn === null)}
        >
          {t(settledOn === null ? 'page.mark' : 'page.undo')}
        </Button>
        {step.link !== null && (
          <Anchor href={step.link} target="_blank" rel="noreferrer" size="sm">
            {t('steps.link')}
          </Anchor>
        )}
      </div>
    </li>
  );
};

/** The reader's own steps, those still to be done first. */
export const OwnSteps = ({ view, secret }: { view: LinkPageView; secret: string }) => {
  const { t } = useTranslation('onboarding');
  const open = view.steps.filter(({ settledOn }) => settledOn === null);
  const done = view.steps.filter(({ settledOn }) => settledOn !== null);
  return (
    <Section
      title={t('page.steps')}
      aside={t('stepsOf', { done: done.length, total: view.steps.length })}
      flush
    >
      {view.steps.length === 0 ? (
        <Empty title={t('page.noSteps')} />
      ) : (
        <ol className={styles.steps}>
          {[...open, ...done].map((step) => (
            <Step key={step.position} step={step} secret={secret} />
          ))}
        </ol>
      )}
    </Section>
  );
};
