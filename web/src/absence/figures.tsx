import { useTranslation } from 'react-i18next';
import { FigureTiles } from './figure-tiles';
import type { Tiles } from './views';

/** The tiles that stand on top of an employer's and a unit's page. */
export const TopTiles = ({ tiles }: { tiles: Tiles }) => (
  <FigureTiles
    tiles={[
      { measure: 'absenceRate', figure: tiles.absenceRate },
      { measure: 'daysPerFte', figure: tiles.daysPerFte },
      { measure: 'spellsPerPersonYear', figure: tiles.spellsPerPersonYear },
      { measure: 'longShare', figure: tiles.longShare },
      { measure: 'openSpells', figure: tiles.openSpells },
      { measure: 'employees', figure: tiles.employees },
    ]}
  />
);

/** How the figures above were counted, and whether they may still change. */
export const Basis = ({ basis, provisional }: { basis: string; provisional: boolean }) => {
  const { t } = useTranslation('absence');
  return (
    <p className="basis">
      {basis} {provisional && t('provisional')}
    </p>
  );
};
