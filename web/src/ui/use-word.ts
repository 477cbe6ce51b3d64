import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Words for codes that come from the server; a code without a word yet is shown as it is. */
export const useWord = (): ((domain: string, list: string, code: string) => string) => {
  const { i18n } = useTranslation();
  return useCallback(
    (domain, list, code) => {
      const text: unknown = i18n.getResource(i18n.language, domain, `${list}.${code}`);
      return typeof text === 'string' ? text : code;
    },
    [i18n],
  );
};
