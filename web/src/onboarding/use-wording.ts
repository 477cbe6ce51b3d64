import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wording } from './views';

/** A programme's own words in the reader's language; Danish where there are no others. */
export const useWording = (): ((wording: Wording) => string) => {
  const { i18n } = useTranslation();
  return useCallback(({ da, en }) => (i18n.language === 'en' && en !== '' ? en : da), [i18n.language]);
};
