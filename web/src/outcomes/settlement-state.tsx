import { Status, type Tone } from '../ui/status';
import { useWord } from '../ui/use-word';
import type { SettlementRow } from './views';

const TONES: Record<SettlementRow['state'], Tone> = {
  building: 'quiet',
  failed: 'danger',
  draft: 'attention',
  commented: 'attention',
  approved: 'attention',
  signed: 'calm',
  sent: 'calm',
  withdrawn: 'quiet',
};

export const SettlementState = ({ state }: { state: SettlementRow['state'] }) => {
  const word = useWord();
  return <Status tone={TONES[state]}>{word('outcomes', 'states', state)}</Status>;
};
