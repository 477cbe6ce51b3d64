import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { Answer, Empty, Failure } from '../ui/states';
import { buildReport, reportQuery, reportsQuery } from './queries';
import { Report } from './report';
import { usePeriodName } from './use-period-name';
import type { ReportPeriod, ReportRow } from './views';

type Props = { partnershipId: string; period: ReportPeriod };
type Building = Props & { mayBuild: boolean };

const BuildReport = ({ partnershipId, period, mayBuild, failed }: Building & { failed: boolean }) => {
  const { t } = useTranslation('partnerships');
  const name = usePeriodName();
  const client = useQueryClient();
  const build = useMutation({
    mutationFn: () => buildReport(partnershipId, { from: period.from, to: period.to }),
    onSuccess: () => client.invalidateQueries({ queryKey: reportsQuery(partnershipId).queryKey }),
  });
  return (
    <Section title={name(period)}>
      {build.error !== null && <Failure error={build.error} />}
      <Empty
        title={failed ? t('buildFailed') : t('notBuilt')}
        icon="partnerships"
        action={
          mayBuild && (
            <Button mt="xs" loading={build.isPending} onClick={() => build.mutate()}>
              {t('build')}
            </Button>
          )
        }
      >
        {t('notBuiltHint')}
      </Empty>
    </Section>
  );
};

const BuiltReport = ({ row, ...building }: Building & { row: ReportRow }) => {
  const { t } = useTranslation('partnerships');
  const name = usePeriodName();
  const { partnershipId, period } = building;
  const report = useQuery(reportQuery(partnershipId, row.id));
  return (
    <Answer query={report} lines={8}>
      {(view) => {
        if (view.state === 'failed') return <BuildReport {...building} failed />;
        if (view.content === null) {
          return (
            <Section title={name(period)}>
              <Progress label={t('building')} share={null} />
            </Section>
          );
        }
        return <Report report={view} content={view.content} name={name(period)} />;
      }}
    </Answer>
  );
};

/** The latest report of a period; a period that has none yet gets one here. */
export const PeriodReport = ({ partnershipId, period }: Props) => {
  const reports = useQuery(reportsQuery(partnershipId));
  return (
    <Answer query={reports}>
      {({ items, abilities }) => {
        const building = { partnershipId, period, mayBuild: abilities.includes('report.build') };
        const row = items.find(({ from, to }) => from === period.from && to === period.to);
        if (row === undefined) return <BuildReport {...building} failed={false} />;
        return <BuiltReport {...building} row={row} />;
      }}
    </Answer>
  );
};
