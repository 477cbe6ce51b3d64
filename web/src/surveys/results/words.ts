import { useTranslation } from 'react-i18next';
import { asLanguage } from '../../app/i18n';
import type { BothLanguages, HiddenReason, ResultRound } from './views';
import { useFormat } from '../../ui/use-format';

/** A text of the questionnaire in the reader's language. */
export const useWording = (): ((words: BothLanguages) => string) => {
  const { i18n } = useTranslation();
  return (words) => words[asLanguage(i18n.language)];
};

/** What a round is called where rounds are listed: its title and the day it closed. */
export const useRoundName = (): ((round: Pick<ResultRound, 'title' | 'closesOn'>) => string) => {
  const wording = useWording();
  const format = useFormat();
  return ({ title, closesOn }) => `${wording(title)} · ${format.day(closesOn)}`;
};

type Hidden = { reason: HiddenReason | null; needs: number | null; has: number | null };

/** Why a figure is not shown, in a sentence. */
export const useHiddenWords = (): ((cell: Hidden) => string) => {
  const { t } = useTranslation('surveyResults');
  return ({ reason, needs, has }) => {
    if (reason === null) return '';
    return t(`reasons.${reason}`, { needs: needs ?? 0, has: has ?? 0 });
  };
};
