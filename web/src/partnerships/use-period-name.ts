import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { periodPart } from './period-name';
import type { FixedCut } from './views';

/** "3. kvartal 2026" */
export const usePeriodName = (): ((period: { from: string; cut: FixedCut }) => string) => {
  const { t } = useTranslation('partnerships');
  return useCallback((period) => t(`cuts.${period.cut}`, periodPart(period)), [t]);
};
