import { useTranslation } from 'react-i18next';
import { LANGUAGES, speak, type Language } from './i18n';
import styles from './shell.module.css';

/** Each language is named in itself. */
const NAMES: Record<Language, string> = { da: 'Dansk', en: 'English' };

type Props = {
  /** Told beside the switch itself, where somebody is signed in. */
  onSpeak?: (language: Language) => void;
};

export const LanguageSwitch = ({ onSpeak }: Props) => {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.languages} role="group" aria-label={t('language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles.language}
          aria-pressed={i18n.language === language}
          onClick={() => {
            void speak(language);
            onSpeak?.(language);
          }}
        >
          {NAMES[language]}
        </button>
      ))}
    </div>
  );
};
