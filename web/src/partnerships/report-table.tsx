import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Empty } from '../ui/states';
import { ReportCell } from './report-cell';
import styles from './report-cell.module.css';
import type { ReportGroup, ReportMeasure } from './views';

export const ABSENCE: readonly ReportMeasure[] = [
  'absence-rate',
  'days-per-fte',
  'spells-ended',
  'spells-begun',
  'short-share',
  'medium-share',
  'long-share',
];
export const ACTIVITY: readonly ReportMeasure[] = [
  'signals-raised',
  'signals-due',
  'contacted-in-time',
  'contact-attempted',
  'recorded-late',
  'learned-late',
  'cases-opened',
  'cases-closed',
];
export const HELP: readonly ReportMeasure[] = [
  'unit-cases-opened',
  'workplace-visits',
  'referrals-asked',
  'referrals-held',
  'referral-waiting',
];

const GroupName = ({ group }: { group: ReportGroup }) => {
  const { t } = useTranslation('partnerships');
  if (group.kind === 'partnership') return <>{t('whole')}</>;
  const isCompared = group.kind === 'comparison';
  return (
    <>
      {isCompared && group.sector !== null ? t(`comparedWorkplaces.${group.sector}`) : group.name}
      <span className={styles.under}>{isCompared ? t('comparisonGroup') : group.employer}</span>
    </>
  );
};

const useColumns = (measures: readonly ReportMeasure[]): Column<ReportGroup>[] => {
  const { t } = useTranslation('partnerships');
  return [
    { key: 'name', head: t('workplace'), main: true, cell: (group) => <GroupName group={group} /> },
    ...measures.map((measure) => ({
      key: measure,
      head: t(`measures.${measure}`),
      number: true,
      cell: ({ figures }: ReportGroup) => (
        <ReportCell figure={figures.find((one) => one.measure === measure)} />
      ),
    })),
  ];
};

type Props = { caption: string; groups: ReportGroup[]; measures: readonly ReportMeasure[] };

export const ReportTable = ({ caption, groups, measures }: Props) => {
  const { t } = useTranslation('partnerships');
  const columns = useColumns(measures);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={groups}
      rowKey={({ kind, unitId, sector }) => `${kind} ${unitId ?? sector ?? ''}`}
      empty={<Empty title={t('noFigures')} icon="partnerships" />}
    />
  );
};
