import { useTranslation } from 'react-i18next';
import { Period } from '../ui/day';
import { FigureTiles } from './figure-tiles';
import styles from './figures.module.css';
import type { Overview } from './views';

const Compared = ({ period, comparison }: Pick<Overview, 'period' | 'comparison'>) => {
  const { t } = useTranslation('absence');
  return (
    <p className={styles.period}>
      <Period {...period} />, {t(comparison === null ? 'notCompared' : 'compared')}
    </p>
  );
};

/** The tiles that stand on top of an employer's and a unit's page, and what they are compared with. */
export const TopTiles = ({ figures: { tiles, period, comparison } }: { figures: Overview }) => (
  <div>
    <Compared period={period} comparison={comparison} />
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
  </div>
);

/** How the figures above were counted. */
export const Basis = ({ basis }: { basis: string }) => <p className="basis">{basis}</p>;
