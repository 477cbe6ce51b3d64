import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../app/language-switch';
import { asLanguage } from '../../app/i18n';
import { Mark } from '../../app/brand';
import { Anonymity } from './anonymity';
import styles from './answer-page.module.css';
import { lastLink } from './device';
import { Survey } from './survey';

/** The secret behind `#` is taken out of the address bar and the history; on this device it is kept until the answer is. */
const readLink = (): string => {
  const given = window.location.hash.slice(1);
  if (given !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return given === '' ? lastLink() : given;
};

/** All that the page may come to need is loaded at once: afterwards there may be no network. */
const loadAll = (): void => {
  void import('../../locales/da');
  void import('../../locales/en');
  void import('../instruments/survey-view');
};

export const AnswerFrame = ({ children }: { children: (language: 'da' | 'en') => React.ReactNode }) => {
  const { t, i18n } = useTranslation('answer');
  const [explains, setExplains] = useState(false);
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Mark size={22} /> Nærvær
        </span>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div hidden={explains}>{children(asLanguage(i18n.language))}</div>
        {explains && <Anonymity onBack={() => setExplains(false)} />}
      </main>
      {!explains && (
        <footer className={styles.foot}>
          <button type="button" className={styles.link} onClick={() => setExplains(true)}>
            {t('explain.open')}
          </button>
        </footer>
      )}
    </div>
  );
};

/** Where the link of an invitation leads: no login, one block a screen, also without a network once it is open. */
export const AnswerPage = () => {
  const [link] = useState(readLink);
  const [way] = useState({ link });
  useEffect(loadAll, []);
  return <AnswerFrame>{(language) => <Survey way={way} language={language} />}</AnswerFrame>;
};
