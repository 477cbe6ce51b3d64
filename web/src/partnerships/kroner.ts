import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';

/** Øre as kroner: without decimals where there are none. */
export const useKroner = (): ((oere: number | null) => string) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  return (oere) =>
    oere === null ? '–' : `${format.number(oere / 100, oere % 100 === 0 ? 0 : 2)}\u00a0${t('draft.kroner')}`;
};
