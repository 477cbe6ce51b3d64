import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section, Stack } from '../ui/section';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { PartnershipFrame } from './partnership-frame';
import styles from './partnership-page.module.css';
import { PackSchedule } from './packs/pack-schedule';
import { PeriodReport } from './period-report';
import { usePeriodName } from './use-period-name';
import type { PartnershipView, ReportPeriod } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId');

const keyOf = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;

const PeriodChoice = ({ periods, chosen }: { periods: ReportPeriod[]; chosen: ReportPeriod }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const name = usePeriodName();
  const navigate = route.useNavigate();
  const label = (period: ReportPeriod): string =>
    `${name(period)} (${format.day(period.from)}–${format.day(period.to)})`;
  return (
    <Select
      label={t('period')}
      description={t('periodHint')}
      className={`${styles.period} no-print`}
      value={keyOf(chosen)}
      data={periods.map((period) => ({ value: keyOf(period), label: label(period) }))}
      onChange={(value) => {
        const period = periods.find((one) => keyOf(one) === value);
        if (period !== undefined) void navigate({ search: { from: period.from, to: period.to } });
      }}
    />
  );
};

const Partnership = ({ view }: { view: PartnershipView }) => {
  const { t } = useTranslation(['partnerships', 'lab']);
  const { from, to } = route.useSearch();
  const chosen =
    view.periods.find((period) => period.from === from && period.to === to) ?? view.periods.at(0);
  return (
    <>
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
          <PackSchedule partnershipId={view.id} />
        </Stack>
      )}
    </>
  );
};

export const PartnershipPage = () => {
  const { partnershipId } = route.useParams();
  return (
    <PartnershipFrame partnershipId={partnershipId}>{(view) => <Partnership view={view} />}</PartnershipFrame>
  );
};
