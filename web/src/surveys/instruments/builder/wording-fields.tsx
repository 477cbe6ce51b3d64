import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Wording } from '../views';
import styles from './builder.module.css';

type Props = { label: string; value: Wording; onChange: (value: Wording) => void; maxLength?: number };

/** A text in both languages, side by side where there is room. */
export const WordingFields = ({ label, value, onChange, maxLength = 400 }: Props) => {
  const { t } = useTranslation('instruments');
  return (
    <div className={styles.pair}>
      {(['da', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          lang={language}
          label={`${label} · ${t(`languages.${language}`)}`}
          autosize
          minRows={1}
          maxLength={maxLength}
          value={value[language]}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
};
