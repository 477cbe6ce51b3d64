import { useTranslation } from 'react-i18next';
import { Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { useFormat } from '../ui/use-format';
import { UnitsTable } from './units-table';
import type { UnitFigures } from './views';

type Props = {
  title: string;
  units: UnitFigures[];
  total: number;
  period: { from: string; to: string };
  sort: string | undefined;
  onSort: (by: string) => void;
};

/** Units beside each other. Where there are more than fit, the tree has them all. */
export const UnitFiguresSection = ({ title, units, total, period, sort, onSort }: Props) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const more = total > units.length;
  return (
    <Section title={title} aside={<Period {...period} />} flush>
      <UnitsTable units={units} sort={sort} onSort={onSort} />
      {more && (
        <p className="more">
          {t('units.more', { shown: format.number(units.length), total: format.number(total) })}{' '}
          <TextLink to="/units">{t('units.all')}</TextLink>
        </p>
      )}
    </Section>
  );
};
