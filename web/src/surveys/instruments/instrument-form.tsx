import { lazy, Suspense, useState } from 'react';
import { Waiting } from '../../ui/states';
import styles from './instrument-form.module.css';
import { progressOf, progressText } from './survey-model';
import type { Answers, Instrument } from './views';

export type InstrumentFormProps = {
  /** One of another id or version begins anew. */
  instrument: Instrument;
  /** May change at any time; what is answered stays. */
  language: 'da' | 'en';
  /** Every change, to be kept on the device. */
  onChange?: (answers: Answers, page: number) => void;
  onComplete?: (answers: Answers) => void;
  /** What was answered before, and the page to go on from, counted from 0. */
  initial?: Answers;
  startPage?: number;
};

const SurveyView = lazy(async () => ({ default: (await import('./survey-view')).SurveyView }));

/** A questionnaire as a respondent answers it: one block a screen. */
export const InstrumentForm = (props: InstrumentFormProps) => {
  const { instrument, initial = {}, startPage = 0, onChange, language } = props;
  const [at, setAt] = useState({ answers: initial, page: startPage });
  const progress = progressOf(instrument, at.answers, at.page);
  const told = (answers: Answers, page: number) => {
    setAt({ answers, page });
    onChange?.(answers, page);
  };
  return (
    <div className={styles.form} lang={language}>
      <div className={styles.progress}>
        <progress
          className={styles.bar}
          max={progress.pages}
          value={progress.page}
          aria-label={progressText(progress, language)}
        />
        <span className="numbers" aria-hidden>
          {progressText(progress, language)}
        </span>
      </div>
      <Suspense fallback={<Waiting lines={8} />}>
        <SurveyView key={`${instrument.id} ${instrument.version}`} {...props} onChange={told} />
      </Suspense>
    </div>
  );
};
