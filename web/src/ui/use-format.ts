import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asLanguage } from '../app/i18n';
import { formatFor, type Format } from './format';

export const useFormat = (): Format => {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(asLanguage(i18n.language)), [i18n.language]);
};
