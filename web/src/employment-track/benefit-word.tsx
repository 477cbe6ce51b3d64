import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../ui/status';
import type { Benefit } from './views';

const TONES: Record<Benefit, Tone> = {
  'sickness-benefit': 'attention',
  'job-clarification': 'attention',
  'flexi-job': 'quiet',
  'flexi-unemployment': 'quiet',
  'disability-pension': 'quiet',
  'self-support': 'calm',
};

export const BenefitWord = ({ benefit }: { benefit: Benefit }) => {
  const { t } = useTranslation('employmentTrack');
  return <Status tone={TONES[benefit]}>{t(`benefits.${benefit}`)}</Status>;
};
