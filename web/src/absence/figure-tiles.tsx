import { useTranslation } from 'react-i18next';
import { StatTile, StatTiles } from '../ui/stat-tile';
import type { Scale } from '../ui/stat-tile';
import type { Figure } from './views';

export type Measure =
  'employees' | 'absenceRate' | 'daysPerFte' | 'spellsPerPersonYear' | 'longShare' | 'openSpells';

export const SCALES: Record<Measure, Scale> = {
  employees: 'whole',
  absenceRate: 'percent',
  daysPerFte: 'decimal',
  spellsPerPersonYear: 'decimal',
  longShare: 'percent',
  openSpells: 'whole',
};

/** The measures in a row, each against the same months a year before. */
export const FigureTiles = ({ tiles }: { tiles: { measure: Measure; figure: Figure }[] }) => {
  const { t } = useTranslation('absence');
  return (
    <StatTiles>
      {tiles.map(({ measure, figure }) => (
        <StatTile
          key={measure}
          label={t(`measures.${measure}`)}
          value={figure.value}
          previous={figure.previous}
          scale={SCALES[measure]}
          neutral={measure === 'employees'}
        />
      ))}
    </StatTiles>
  );
};
