import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { Hidden } from './hidden';
import type { HelpFigure, HelpMeasure } from './queries';
import styles from './track-table.module.css';

const MEASURES: readonly HelpMeasure[] = [
  'workplace-visits',
  'referrals-asked',
  'referrals-held',
  'waiting-days',
];

type Line = { id: string | null; name: string | null; figures: HelpFigure[] };

const linesOf = (figures: readonly HelpFigure[]): Line[] => {
  const ids = [...new Set(figures.map(({ workplaceId }) => workplaceId))];
  return ids.map((id) => {
    const own = figures.filter(({ workplaceId }) => workplaceId === id);
    return { id, name: own[0]?.workplaceName ?? null, figures: own };
  });
};

const HelpCell = ({ figure }: { figure: HelpFigure | undefined }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  if (figure === undefined || figure.reason === 'nothing') return <>–</>;
  const { reason, bound, measure, value, of } = figure;
  if (reason !== null) return <Hidden reason={reason} bound={bound} />;
  return (
    <>
      {format.number(value, measure === 'waiting-days' ? 1 : 0)}
      {of !== null && <span className={styles.definition}>{t('tracks.of', { of: format.number(of) })}</span>}
    </>
  );
};

/** Visits, referrals and how long they were waited for: all together first, then workplace by workplace. */
export const HelpSection = ({ help, sources }: { help: HelpFigure[]; sources: string[] }) => {
  const { t } = useTranslation('partnerships');
  const columns: Column<Line>[] = [
    {
      key: 'workplace',
      head: t('tracks.help.workplace'),
      main: true,
      cell: ({ name }) => name ?? t('whole'),
    },
    ...MEASURES.map((measure): Column<Line> => ({
      key: measure,
      head: t(`tracks.help.heads.${measure}`),
      number: true,
      cell: ({ figures }) => <HelpCell figure={figures.find((one) => one.measure === measure)} />,
    })),
  ];
  return (
    <Section title={t('tracks.help.title')} aside={sources.join(', ')} flush>
      <DataTable
        caption={t('tracks.help.title')}
        columns={columns}
        rows={linesOf(help)}
        rowKey={({ id }) => id ?? 'whole'}
        onPhone="dense"
        empty={
          <Empty title={t('tracks.notYet')} icon="clock">
            {t('tracks.help.none')}
          </Empty>
        }
      />
      {help.length > 0 && <p className={styles.basis}>{t('tracks.help.basis')}</p>}
    </Section>
  );
};
