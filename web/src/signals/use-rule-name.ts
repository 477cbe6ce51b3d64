import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '../ui/use-word';
import { rulePartsOf } from './rule-parts';

/** The reason of a signal in plain words, whatever numbers the employer has set. */
export const useRuleName = (): ((rule: string) => string) => {
  const { t } = useTranslation('signals');
  const word = useWord();
  return useCallback(
    (rule) => {
      const parts = rulePartsOf(rule);
      if (parts === null) return word('signals', 'named', rule);
      if (parts.form === 'contact-day') return t('forms.contact-day', { day: parts.day });
      return t(`forms.${parts.form}`, { count: parts.threshold, window: parts.window });
    },
    [t, word],
  );
};
