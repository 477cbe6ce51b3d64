import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { TextLink } from '../ui/link';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { RateWithChange } from './rate-with-change';
import { sortUnits } from './sort-units';
import type { UnitFigures } from './views';

const useColumns = (): Column<UnitFigures>[] => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const number = { number: true, sortable: true };
  return [
    {
      key: 'name',
      head: t('units.name'),
      main: true,
      sortable: true,
      cell: (unit) => (
        <TextLink to="/units/$unitId" params={{ unitId: unit.id }}>
          {unit.name}
        </TextLink>
      ),
    },
    {
      key: 'employees',
      head: t('measures.employees'),
      ...number,
      cell: (unit) => format.number(unit.employees),
    },
    {
      key: 'absenceRate',
      head: t('measures.absenceRate'),
      ...number,
      cell: (unit) => <RateWithChange figure={unit.absenceRate} />,
    },
    {
      key: 'daysPerFte',
      head: t('measures.daysPerFte'),
      ...number,
      cell: (unit) => format.number(unit.daysPerFte.value, 1),
    },
    {
      key: 'spellsPerPersonYear',
      head: t('measures.spellsShort'),
      ...number,
      cell: (unit) => format.number(unit.spellsPerPersonYear.value, 1),
    },
    {
      key: 'openSpells',
      head: t('measures.openShort'),
      ...number,
      cell: (unit) => format.number(unit.openSpells),
    },
  ];
};

type Props = { units: UnitFigures[]; sort: string | undefined; onSort: (by: string) => void };

export const UnitsTable = ({ units, sort, onSort }: Props) => {
  const { t } = useTranslation('absence');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('unitsTitle')}
      columns={columns}
      rows={sortUnits(units, sort)}
      rowKey={(unit) => unit.id}
      sorting={{ by: sort ?? 'name', onSort }}
      empty={<Empty title={t('units.none')} icon="units" />}
    />
  );
};
