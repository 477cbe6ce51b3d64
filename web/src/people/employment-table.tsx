import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import type { EmploymentView } from './views';

export const EmploymentTable = ({ employments }: { employments: EmploymentView[] }) => {
  const { t } = useTranslation('people');
  const format = useFormat();
  const columns: Column<EmploymentView>[] = [
    {
      key: 'unit',
      head: t('columns.unit'),
      main: true,
      cell: (one) => (
        <TextLink to="/units/$unitId" params={{ unitId: one.unitId }}>
          {one.unitName}
        </TextLink>
      ),
    },
    { key: 'job', head: t('employments.job'), cell: (one) => one.jobGroup ?? '–' },
    { key: 'manager', head: t('employments.manager'), cell: (one) => one.managerName ?? '–' },
    {
      key: 'hours',
      head: t('employments.hours'),
      number: true,
      cell: (one) => format.number(one.weeklyHours, 1),
    },
    { key: 'period', head: t('employments.period'), cell: (one) => <Period from={one.from} to={one.to} /> },
  ];
  return (
    <DataTable
      caption={t('employments.title')}
      columns={columns}
      rows={employments}
      rowKey={(one) => `${one.id} ${one.from}`}
      empty={<Empty title={t('employments.none')} icon="people" />}
    />
  );
};
