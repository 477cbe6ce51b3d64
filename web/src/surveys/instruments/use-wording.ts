import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { asLanguage } from '../../app/i18n';
import type { Wording } from './views';

/** A wording in the reader's language, or in the other one where it has no words yet. */
export const useWording = (): ((wording: Wording) => string) => {
  const { i18n } = useTranslation();
  const language = asLanguage(i18n.language);
  return useCallback((wording) => wording[language] || wording.da || wording.en, [language]);
};
