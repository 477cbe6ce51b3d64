import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueNow } from '../signals/due-now';
import { NewestSignals } from '../signals/newest-signals';
import { ButtonLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Basis, TopTiles } from './figures';
import { KnownUntil } from './known-until';
import { OpenNow } from './open-now';
import { overviewQuery, type TrendMonths } from './queries';
import { TrendChart } from './trend-chart';
import { UnitFiguresSection } from './unit-figures-section';
import type { Overview } from './views';

const route = getRouteApi('/house/overview');
const MONTHS: readonly TrendMonths[] = [24, 36, 48];

const NothingYet = () => {
  const { t } = useTranslation('absence');
  return (
    <Section title={t('overview.start')}>
      <Empty
        title={t('overview.empty')}
        icon="imports"
        action={
          <ButtonLink to="/imports/new" mt="xs">
            {t('imports.new')}
          </ButtonLink>
        }
      >
        {t('overview.emptyHint')}
      </Empty>
    </Section>
  );
};

const MonthsChoice = () => {
  const { t } = useTranslation('absence');
  const { months = 24 } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (value: string): void => {
    const next = MONTHS.find((count) => String(count) === value);
    void navigate({ search: (old) => ({ ...old, months: next }), replace: true });
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('trend.window')}
      value={String(months)}
      data={MONTHS.map((count) => ({ value: String(count), label: t('trend.months', { count }) }))}
      onChange={show}
    />
  );
};

const Figures = ({ view }: { view: Overview }) => {
  const { t } = useTranslation('absence');
  const { sort } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack>
      <DueNow />
      <TopTiles figures={view} />
      <Columns>
        <Stack>
          <Section title={t('trend.title')} aside={<MonthsChoice />}>
            <TrendChart months={view.months} />
          </Section>
          <UnitFiguresSection
            title={t('unitsTitle')}
            units={view.units}
            total={view.unitsTotal}
            period={view.period}
            sort={sort}
            onSort={(by) => void navigate({ search: (old) => ({ ...old, sort: by }), replace: true })}
          />
        </Stack>
        <Stack>
          <NewestSignals />
          <OpenNow />
        </Stack>
      </Columns>
      <Basis basis={view.basis} />
    </Stack>
  );
};

export const OverviewPage = () => {
  const { t } = useTranslation('absence');
  const { months = 24 } = route.useSearch();
  const overview = useQuery(overviewQuery(months));
  const known = overview.data?.knownUntil;
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        meta={known === undefined ? undefined : <KnownUntil sources={known} />}
      />
      <Answer query={overview} lines={10}>
        {(view) => (view.knownUntil.length === 0 ? <NothingYet /> : <Figures view={view} />)}
      </Answer>
    </>
  );
};
