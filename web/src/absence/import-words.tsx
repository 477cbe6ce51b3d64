import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../ui/status';
import type { ImportState } from './views';

const TONES: Record<ImportState, Tone> = {
  uploaded: 'quiet',
  analysing: 'quiet',
  analysed: 'attention',
  confirmed: 'calm',
  applying: 'calm',
  applied: 'calm',
  cancelled: 'quiet',
  failed: 'danger',
  undoing: 'quiet',
  undone: 'quiet',
};

export const ImportStateWord = ({ state }: { state: ImportState }) => {
  const { t } = useTranslation('absence');
  return <Status tone={TONES[state]}>{t(`imports.states.${state}`)}</Status>;
};
