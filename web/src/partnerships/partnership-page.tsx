import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Period } from '../ui/day';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty, Failure } from '../ui/states';
import { useFormat } from '../ui/use-format';
import styles from './partnership-page.module.css';
import { buildReport, partnershipQuery, reportsQuery } from './queries';
import { Report } from './report';
import type { PartnershipView, ReportPeriod, ReportRow } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId');

const keyOf = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;

/** The period of the address, else the latest that is not provisional. */
const chosenPeriod = (periods: ReportPeriod[], from?: string, to?: string): ReportPeriod | undefined =>
  periods.find((period) => period.from === from && period.to === to) ??
  periods.find(({ provisional }) => !provisional) ??
  periods[0];

const PeriodChoice = ({ periods, chosen }: { periods: ReportPeriod[]; chosen: ReportPeriod }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const navigate = route.useNavigate();
  const label = (period: ReportPeriod): string => {
    const days = `${format.day(period.from)}–${format.day(period.to)}`;
    return `${period.label} (${days})${period.provisional ? `, ${t('provisional')}` : ''}`;
  };
  return (
    <Select
      label={t('period')}
      description={t('periodHint')}
      className={styles.period}
      value={keyOf(chosen)}
      data={periods.map((period) => ({ value: keyOf(period), label: label(period) }))}
      onChange={(value) => {
        const period = periods.find((one) => keyOf(one) === value);
        if (period !== undefined) void navigate({ search: { from: period.from, to: period.to } });
      }}
    />
  );
};

const BuildReport = ({ partnershipId, period }: { partnershipId: string; period: ReportPeriod }) => {
  const { t } = useTranslation('partnerships');
  const client = useQueryClient();
  const build = useMutation({
    mutationFn: () => buildReport(partnershipId, { from: period.from, to: period.to }),
    onSuccess: () => client.invalidateQueries({ queryKey: reportsQuery(partnershipId).queryKey }),
  });
  return (
    <Section title={period.label}>
      {build.error !== null && <Failure error={build.error} />}
      <Empty
        title={t('notBuilt')}
        icon="partnerships"
        action={
          <Button loading={build.isPending} onClick={() => build.mutate()}>
            {t('build')}
          </Button>
        }
      >
        {t('notBuiltHint')}
      </Empty>
    </Section>
  );
};

const reportOf = (reports: ReportRow[], { from, to }: ReportPeriod): ReportRow | undefined =>
  reports.find((report) => report.from === from && report.to === to && report.state !== 'failed');

const PeriodReport = ({ partnershipId, period }: { partnershipId: string; period: ReportPeriod }) => {
  const reports = useQuery(reportsQuery(partnershipId));
  return (
    <Answer query={reports}>
      {({ items }) => {
        const report = reportOf(items, period);
        return report === undefined ? (
          <BuildReport partnershipId={partnershipId} period={period} />
        ) : (
          <Report partnershipId={partnershipId} reportId={report.id} label={period.label} />
        );
      }}
    </Answer>
  );
};

const Partnership = ({ view }: { view: PartnershipView }) => {
  const { t } = useTranslation('partnerships');
  const { from, to } = route.useSearch();
  const chosen = chosenPeriod(view.periods, from, to);
  return (
    <>
      <PageHeader
        title={view.name}
        meta={
          <>
            <Period from={view.startsOn} to={view.endsOn} /> · {view.parties.join(', ')}
          </>
        }
      />
      {chosen === undefined ? (
        <Section title={t('period')}>
          <Empty title={t('noPeriod')} icon="clock">
            {t('noPeriodHint')}
          </Empty>
        </Section>
      ) : (
        <Stack>
          <PeriodChoice periods={view.periods} chosen={chosen} />
          <PeriodReport partnershipId={view.id} period={chosen} />
        </Stack>
      )}
    </>
  );
};

export const PartnershipPage = () => {
  const { partnershipId } = route.useParams();
  const partnership = useQuery(partnershipQuery(partnershipId));
  return (
    <Answer query={partnership} level="page">
      {(view) => <Partnership view={view} />}
    </Answer>
  );
};
