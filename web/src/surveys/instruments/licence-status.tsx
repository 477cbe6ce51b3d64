import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/status';
import type { LicenceState } from './views';

const TONES: Record<LicenceState, Tone> = {
  free: 'calm',
  'own-right': 'calm',
  'refused-no': 'danger',
  'refused-unknown': 'attention',
};

export const LicenceStatus = ({ licence }: { licence: LicenceState }) => {
  const { t } = useTranslation('instruments');
  return <Status tone={TONES[licence]}>{t(`licences.${licence}`)}</Status>;
};
