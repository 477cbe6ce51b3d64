import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TrendChart } from '../absence/trend-chart';
import type { MonthFigure } from '../absence/views';
import { Section, Stack } from '../ui/section';
import { HiddenLegend } from './hidden-legend';
import { PackInShort, PackTables } from './packs/pack';
import { reportFile } from './queries';
import { ReportBasis } from './report-basis';
import { ABSENCE, ACTIVITY, HELP, ReportTable } from './report-table';
import type { ReportContent, ReportView } from './views';

const Downloads = ({ report }: { report: ReportView }) => {
  const { t, i18n } = useTranslation('partnerships');
  return (
    <Group gap="xs" className="no-print">
      {(['pdf', 'xlsx', 'csv'] as const).map((form) => (
        <Button
          key={form}
          component="a"
          href={reportFile(report.partnershipId, report.id, { form, language: i18n.language })}
          download
          size="compact-sm"
          variant={form === 'pdf' ? 'filled' : 'default'}
        >
          {t(`download.${form}`)}
        </Button>
      ))}
    </Group>
  );
};

const monthFigures = (content: ReportContent): MonthFigure[] =>
  content.trend.map(({ month, provisional, now, yearEarlier }) => ({
    month: month.slice(0, 7),
    absenceRate: now.value,
    previousRate: yearEarlier?.value ?? null,
    daysPerFte: null,
    spells: null,
    provisional,
  }));

type Props = { report: ReportView; content: ReportContent; name: string };

export const Report = ({ report, content, name }: Props) => {
  const { t } = useTranslation('partnerships');
  const months = useMemo(() => monthFigures(content), [content]);
  const pack = { partnershipId: report.partnershipId, reportId: report.id };
  const helped = content.groups.filter(({ kind }) => kind !== 'comparison');
  return (
    <Stack>
      <Downloads report={report} />
      <PackInShort {...pack} />
      {content.groups.length > 0 && (
        <Section title={t('absenceOf', { name })} flush>
          <ReportTable caption={t('absenceOf', { name })} groups={content.groups} measures={ABSENCE} />
        </Section>
      )}
      {months.length > 0 && (
        <Section title={t('trend')}>
          <TrendChart months={months} />
        </Section>
      )}
      {helped.length > 0 && (
        <>
          <Section title={t('activity')} aside={t('activityHint')} flush>
            <ReportTable caption={t('activity')} groups={helped} measures={ACTIVITY} />
          </Section>
          <Section title={t('help')} aside={t('helpHint')} flush>
            <ReportTable caption={t('help')} groups={helped} measures={HELP} />
          </Section>
          <HiddenLegend groups={content.groups} />
        </>
      )}
      <PackTables {...pack} />
      {content.groups.length > 0 && <ReportBasis content={content} />}
    </Stack>
  );
};
