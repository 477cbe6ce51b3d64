import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UnitsTable } from '../organisations/units-table';
import { SignalList } from '../signals/signal-list';
import { Period } from '../ui/day';
import { ButtonLink, TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { FigureTiles } from './figure-tiles';
import { KnownUntil } from './known-until';
import { OpenSpellsTable } from './open-spells-table';
import { overviewQuery } from './queries';
import { TrendChart } from './trend-chart';
import type { OverviewView } from './views';

const route = getRouteApi('/house/overview');
const MONTHS = [24, 36, 48];
const DEFAULT_MONTHS = 24;

const NothingYet = () => {
  const { t } = useTranslation('absence');
  return (
    <Section title={t('overview.start')}>
      <Empty
        title={t('overview.empty')}
        icon="imports"
        action={<ButtonLink to="/imports/new">{t('imports.new')}</ButtonLink>}
      >
        {t('overview.emptyHint')}
      </Empty>
    </Section>
  );
};

const MonthsChoice = () => {
  const { t } = useTranslation('absence');
  const { months = DEFAULT_MONTHS } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('trend.window')}
      value={String(months)}
      data={MONTHS.map((count) => ({ value: String(count), label: t('trend.months', { count }) }))}
      onChange={(value) =>
        void navigate({ search: (old) => ({ ...old, months: Number(value) }), replace: true })
      }
    />
  );
};

const Figures = ({ view }: { view: OverviewView }) => {
  const { t } = useTranslation('absence');
  const { sort } = route.useSearch();
  const navigate = route.useNavigate();
  const { tiles } = view;
  return (
    <Stack>
      <FigureTiles
        tiles={[
          { measure: 'absenceRate', figure: tiles.absenceRate },
          { measure: 'daysPerFte', figure: tiles.daysPerFte },
          { measure: 'spellsPerPersonYear', figure: tiles.spellsPerPersonYear },
          { measure: 'openSpells', figure: tiles.openSpells },
        ]}
      />
      <Columns>
        <Stack>
          <Section title={t('trend.title')} aside={<MonthsChoice />}>
            <TrendChart months={view.months} />
          </Section>
          <Section title={t('unitsTitle')} aside={<Period {...view.period} />} flush>
            <UnitsTable
              units={view.units}
              sort={sort}
              onSort={(by) => void navigate({ search: (old) => ({ ...old, sort: by }), replace: true })}
            />
          </Section>
        </Stack>
        <Stack>
          <Section title={t('newest')} aside={<TextLink to="/signals">{t('allSignals')}</TextLink>} flush>
            <SignalList signals={view.newestSignals} />
          </Section>
          <Section title={t('open.title')} flush>
            <OpenSpellsTable spells={view.openSpells} withUnit={false} />
          </Section>
        </Stack>
      </Columns>
      <p className="basis">{view.basis}</p>
    </Stack>
  );
};

export const OverviewPage = () => {
  const { t } = useTranslation('absence');
  const { months = DEFAULT_MONTHS } = route.useSearch();
  const overview = useQuery(overviewQuery(months));
  const known = overview.data?.knownUntil;
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        meta={known === undefined ? undefined : <KnownUntil sources={known} />}
      />
      <Answer query={overview} lines={10}>
        {(view) => (view.months.length === 0 ? <NothingYet /> : <Figures view={view} />)}
      </Answer>
    </>
  );
};
