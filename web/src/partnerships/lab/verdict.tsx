import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import styles from './lab.module.css';
import type { TrialAnswer, TrialView } from './views';

const ENOUGH_POWER = 0.7;
/** The largest unit over the mean one; above it intervals were found to be a little narrow. */
const UNEVEN = 4;

const Grounds = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const { refusal, smallestP, inference } = trial.answer;
  const p = format.number(smallestP, smallestP < 0.001 ? 6 : 3);
  if (refusal !== null)
    return (
      <Notice tone="attention" title={t('verdict.refused')}>
        <p>{t(`verdict.refusals.${refusal}`, { p, level: format.number(trial.question.level, 2) })}</p>
        <p>{t('verdict.instead')}</p>
      </Notice>
    );
  return (
    <Notice tone="calm" title={t('verdict.carried')}>
      <p>{t('verdict.carriedHint', { p, inference: t(`verdict.inferences.${inference}`) })}</p>
    </Notice>
  );
};

const Recommended = ({ answer, target }: { answer: TrialAnswer; target: number }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const [best] = answer.suitable;
  if (best === undefined) return null;
  const power = t('verdict.powerText', {
    power: format.percent(best.power, 0),
    target: format.percent(target, 0),
  });
  return (
    <>
      <h3>{t('verdict.recommended')}</h3>
      <Facts
        items={[
          { label: t('verdict.recommendedMeasure'), value: t(`measures.${best.measure}`) },
          { label: t('verdict.recommendedRule'), value: t('verdict.recommendedRuleText') },
          {
            label: t('verdict.recommendedSize'),
            value: t('verdict.recommendedSizeText', {
              persons: format.number(best.personsNeeded),
              units: format.number(best.unitsNeeded),
            }),
          },
          {
            label: t('verdict.power'),
            value: best.power < ENOUGH_POWER ? `${power}. ${t('verdict.powerLow')}` : power,
          },
        ]}
      />
    </>
  );
};

/** Whether to pay by effect at all, and if so by what. */
export const Verdict = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const { question, answer } = trial;
  return (
    <Section title={t('verdict.title')}>
      <div className={styles.answer}>
        <p className="basis">
          {t('verdict.on', {
            measure: t(`measures.${question.measure}`),
            rule: t(`form.rules.${question.rule}`),
            treated: format.number(answer.units.treated),
            compared: format.number(answer.units.comparison),
            when: format.moment(trial.madeAt),
          })}
        </p>
        <Grounds trial={trial} />
        {answer.imbalance > UNEVEN && (
          <Notice tone="attention" title={t('verdict.uneven')}>
            <p>{t('verdict.unevenHint', { times: format.number(answer.imbalance, 1) })}</p>
          </Notice>
        )}
        <Recommended answer={answer} target={question.target} />
      </div>
    </Section>
  );
};
