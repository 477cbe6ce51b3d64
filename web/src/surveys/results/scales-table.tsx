import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Status } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import styles from './results-page.module.css';
import type { ResultScale, ScaleCell, UnitResults } from './views';
import { useHiddenWords, useWording } from './words';

type Line = { scale: ResultScale; cell: ScaleCell };

const Change = ({ cell }: { cell: ScaleCell }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const { change } = cell;
  if (change === null) return <>–</>;
  return (
    <>
      {format.change(change.difference, 0)}{' '}
      <span className={styles.quiet}>
        {t('plans.between', { low: format.change(change.low, 0), high: format.change(change.high, 0) })}
      </span>
      {change.drop && (
        <>
          {' '}
          <Status tone="danger">{t('map.drop')}</Status>
        </>
      )}
    </>
  );
};

const useColumns = (): Column<Line>[] => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const wording = useWording();
  const hidden = useHiddenWords();
  return [
    {
      key: 'scale',
      head: t('scale'),
      main: true,
      cell: ({ scale }) => (
        <>
          {wording(scale.name)}
          <p className={styles.quiet}>{t(scale.higherIsBetter ? 'unit.higher' : 'unit.lower')}</p>
        </>
      ),
    },
    {
      key: 'score',
      head: t('unit.score'),
      number: true,
      cell: ({ cell }) =>
        cell.mean === null ? hidden(cell) : <strong>{format.number(cell.mean, 0)}</strong>,
    },
    {
      key: 'interval',
      head: t('unit.interval'),
      number: true,
      cell: ({ cell }) =>
        cell.low === null ? '–' : `${format.number(cell.low, 0)}–${format.number(cell.high, 0)}`,
    },
    {
      key: 'answers',
      head: t('unit.answers'),
      number: true,
      cell: ({ cell }) => format.number(cell.answers),
    },
    { key: 'change', head: t('unit.change'), number: true, cell: ({ cell }) => <Change cell={cell} /> },
    {
      key: 'parent',
      head: t('unit.fromParent'),
      number: true,
      cell: ({ cell }) => (cell.fromParent === null ? '–' : format.change(cell.fromParent, 0)),
    },
    {
      key: 'reference',
      head: t('unit.reference'),
      number: true,
      cell: ({ scale, cell }) => {
        const [reference] = scale.references;
        if (reference === undefined) return '–';
        const beside =
          cell.besideReference === null ? '' : ` (${t(`plans.directions.${cell.besideReference}`)})`;
        return `${format.number(reference.mean, 0)}${beside}`;
      },
    },
  ];
};

export const ScalesTable = ({ view }: { view: UnitResults }) => {
  const { t } = useTranslation('surveyResults');
  const columns = useColumns();
  const rows = view.scales.flatMap((scale, index): Line[] => {
    const cell = view.unit.scales[index];
    return cell === undefined ? [] : [{ scale, cell }];
  });
  return (
    <DataTable
      caption={t('unit.scales')}
      columns={columns}
      rows={rows}
      rowKey={({ scale }) => scale.id}
      empty={null}
    />
  );
};
