import { useTranslation } from 'react-i18next';
import { Fold } from '../ui/fold';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { EstimateSections } from './estimate-sections';
import type { EffectEstimate } from './views';

/** An estimate among others: what was avoided of which, and all the rest behind it. */
export const EstimateFold = ({ estimate, measure }: { estimate: EffectEstimate; measure: string }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const format = useFormat();
  const { effect } = estimate;
  const number = (text: string): string => format.number(Number(text), 0);
  const interval =
    effect === null || effect.lower === null || effect.upper === null
      ? t('effect.noInterval')
      : t('effect.between', { lower: number(effect.lower), upper: number(effect.upper) });
  return (
    <Fold
      title={word('outcomes', 'measures', measure)}
      aside={effect && t('effect.short', { avoided: number(effect.avoided), interval })}
    >
      <EstimateSections estimate={estimate} measure={measure} within="section" />
    </Fold>
  );
};
