import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import type { TrackFigure, TrackFigures, TrackMeasure } from './queries';
import { TrackCell } from './track-cell';
import styles from './track-table.module.css';

type Line = { measure: TrackMeasure; whole: TrackFigure; parts: TrackFigure[] };

const linesOf = (figures: readonly TrackFigure[]): Line[] =>
  figures
    .filter(({ unitName }) => unitName === null)
    .map((whole) => ({
      measure: whole.measure,
      whole,
      parts: figures.filter(({ measure, unitName }) => measure === whole.measure && unitName !== null),
    }));

/** One track's indicators: what each is, all together and by team or employer. */
export const TrackTable = ({ track, sources, figures }: TrackFigures) => {
  const { t } = useTranslation('partnerships');
  const lines = linesOf(figures);
  const units = [...new Set(figures.flatMap(({ unitName }) => unitName ?? []))];
  const columns: Column<Line>[] = [
    {
      key: 'measure',
      head: t('tracks.indicator'),
      main: true,
      cell: ({ measure }) => (
        <>
          {t(`tracks.measures.${measure}`)}
          <span className={styles.definition}>{t(`tracks.definitions.${measure}`)}</span>
        </>
      ),
    },
    {
      key: 'whole',
      head: units.length > 1 ? t('whole') : t('tracks.figure'),
      number: true,
      cell: ({ whole }) => <TrackCell figure={whole} />,
    },
    ...(units.length > 1 ? units : []).map((name): Column<Line> => ({
      key: name,
      head: name,
      number: true,
      cell: ({ parts }) => {
        const part = parts.find(({ unitName }) => unitName === name);
        return part === undefined ? '–' : <TrackCell figure={part} />;
      },
    })),
  ];
  return (
    <Section
      title={t(`tracks.titles.${track}`)}
      aside={sources.length > 0 ? sources.join(', ') : undefined}
      flush
    >
      <DataTable
        caption={t(`tracks.titles.${track}`)}
        columns={columns}
        rows={lines}
        rowKey={({ measure }) => measure}
        empty={
          <Empty title={t('tracks.notYet')} icon="clock">
            {t(`tracks.none.${track}`)}
          </Empty>
        }
      />
    </Section>
  );
};
