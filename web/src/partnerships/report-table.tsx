import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Empty } from '../ui/states';
import { Status } from '../ui/status';
import { FORMS, ReportCell } from './report-cell';
import styles from './report-cell.module.css';
import type { ReportMeasure, WorkplaceFigures } from './views';

const MEASURES: ReportMeasure[] = [
  'absenceRate',
  'daysPerFte',
  'spellsPerPersonYear',
  'longShare',
  'signals',
  'contactedInTime',
  'casesOpened',
  'casesClosed',
];

const useColumns = (): Column<WorkplaceFigures>[] => {
  const { t } = useTranslation('partnerships');
  const measured = MEASURES.filter((measure) => measure in FORMS).map((measure) => ({
    key: measure,
    head: t(`measures.${measure}`),
    number: true,
    cell: (row: WorkplaceFigures) => <ReportCell cell={row[measure]} measure={measure} />,
  }));
  return [
    {
      key: 'name',
      head: t('workplace'),
      main: true,
      cell: (row) => (
        <>
          {row.name}
          {row.inPartnership && (
            <span className={styles.tag}>
              <Status tone="calm">{t('inPartnership')}</Status>
            </span>
          )}
        </>
      ),
    },
    ...measured,
  ];
};

export const ReportTable = ({ workplaces }: { workplaces: WorkplaceFigures[] }) => {
  const { t } = useTranslation('partnerships');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('byWorkplace')}
      columns={columns}
      rows={workplaces}
      rowKey={(row) => row.id}
      empty={<Empty title={t('noFigures')} icon="partnerships" />}
    />
  );
};
