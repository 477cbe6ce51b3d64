import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asLanguage } from '../../app/i18n';
import { notifyDone } from '../../ui/notify';
import { InstrumentForm } from './instrument-form';
import styles from './preview.module.css';
import type { Instrument } from './views';

/** As a respondent sees it; nothing that is answered here is kept. */
export const Preview = ({ instrument }: { instrument: Instrument }) => {
  const { t, i18n } = useTranslation('instruments');
  const [language, setLanguage] = useState(asLanguage(i18n.language));
  const [attempt, setAttempt] = useState(0);
  return (
    <div className={styles.preview}>
      <SegmentedControl
        aria-label={t('preview.language')}
        data={[
          { value: 'da', label: 'Dansk' },
          { value: 'en', label: 'English' },
        ]}
        value={language}
        onChange={(value) => setLanguage(asLanguage(value))}
      />
      <p className="basis">{t('preview.hint')}</p>
      <InstrumentForm
        key={attempt}
        instrument={instrument}
        language={language}
        onComplete={() => {
          notifyDone(t('preview.done'));
          setAttempt(attempt + 1);
        }}
      />
    </div>
  );
};
