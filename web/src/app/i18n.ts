import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Texts } from '../locales/da';

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Texts;
    returnNull: false;
  }
}

const REMEMBERED = 'naervaer.language';

export const asLanguage = (value: string | null): Language => (value === 'en' ? 'en' : 'da');

const remembered = (): Language => {
  try {
    return asLanguage(localStorage.getItem(REMEMBERED));
  } catch {
    return 'da';
  }
};

const remember = (language: Language): void => {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language until the page is left.
  }
};

/** Only the texts of the language in use are fetched. */
const textsOf = async (language: Language): Promise<Texts> =>
  language === 'en' ? (await import('../locales/en')).en : (await import('../locales/da')).da;

const addTexts = async (language: Language): Promise<void> => {
  const texts = await textsOf(language);
  for (const [domain, words] of Object.entries(texts)) i18next.addResourceBundle(language, domain, words);
};

export const startTexts = async (): Promise<void> => {
  const language = remembered();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await addTexts(language);
  document.documentElement.lang = language;
};

export const speak = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'app')) await addTexts(language);
  remember(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
