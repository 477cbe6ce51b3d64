import { useTranslation } from 'react-i18next';
import { StatTiles } from '../ui/stat-tile';
import tile from '../ui/stat-tile.module.css';
import { useFormat } from '../ui/use-format';
import type { ImportCounts as Counts } from './views';

const ORDER = ['inserted', 'changed', 'unchanged', 'removed', 'rejected', 'warnings'] as const;

/** The same six numbers before (what would happen) and after (what happened). */
export const ImportCounts = ({ counts }: { counts: Counts }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  return (
    <StatTiles>
      {ORDER.map((key) => (
        <div key={key} className={tile.tile}>
          <dt className={tile.label}>{t(`imports.counts.${key}`)}</dt>
          <dd className={tile.value}>
            {counts[key] === null ? t('imports.few') : format.number(counts[key])}
          </dd>
        </div>
      ))}
    </StatTiles>
  );
};
