import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KnownUntil } from '../absence/known-until';
import { OpenNow } from '../absence/open-now';
import { unitFiguresQuery } from '../absence/queries';
import { Basis, TopTiles } from '../absence/figures';
import { TrendChart } from '../absence/trend-chart';
import { UnitFiguresSection } from '../absence/unit-figures-section';
import type { Overview } from '../absence/views';
import { useHat } from '../access/use-hat';
import { OpenUnitCase } from '../cases/open-unit-case';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { unitQuery } from './queries';
import { UnitHistory } from './unit-history';
import { UnitPeople } from './unit-people';
import type { UnitView } from './views';

const route = getRouteApi('/house/units/$unitId');

const Header = ({ unit, figures }: { unit: UnitView; figures: Overview | undefined }) => {
  const { t } = useTranslation('organisations');
  const above = unit.path.map(({ id, name }) => (
    <TextLink key={id} to="/units/$unitId" params={{ unitId: id }}>
      {name}
    </TextLink>
  ));
  const top = (
    <TextLink key="units" to="/units">
      {t('title')}
    </TextLink>
  );
  return (
    <PageHeader
      title={unit.name}
      path={[top, ...above]}
      meta={
        <>
          {t(`kinds.${unit.kind}`)}
          {figures !== undefined && (
            <>
              {' · '}
              <KnownUntil sources={figures.knownUntil} />
            </>
          )}
        </>
      }
      actions={<OpenUnitCase unitId={unit.id} />}
    />
  );
};

const Figures = ({ unitId, figures }: { unitId: string; figures: Overview }) => {
  const { t } = useTranslation(['absence', 'organisations']);
  const { units: sort } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <TopTiles figures={figures} />
      <Columns>
        <Section title={t('absence:trend.title')}>
          <TrendChart months={figures.months} />
        </Section>
        <OpenNow unitId={unitId} />
      </Columns>
      {figures.units.length > 0 && (
        <UnitFiguresSection
          title={t('organisations:children')}
          units={figures.units}
          total={figures.unitsTotal}
          period={figures.period}
          sort={sort}
          onSort={(by) => void navigate({ search: (old) => ({ ...old, units: by }), replace: true })}
        />
      )}
      <Basis basis={figures.basis} />
    </>
  );
};

export const UnitPage = () => {
  const { unitId } = route.useParams();
  const unit = useQuery(unitQuery(unitId));
  const seesFigures = useHat().role === 'hr-manager';
  const figures = useQuery({ ...unitFiguresQuery(unitId), enabled: seesFigures });
  return (
    <Answer query={unit} lines={10} level="page">
      {(view) => (
        <>
          <Header unit={view} figures={figures.data} />
          <Stack>
            {seesFigures && (
              <Answer query={figures} lines={8}>
                {(shown) => <Figures unitId={unitId} figures={shown} />}
              </Answer>
            )}
            <UnitPeople unitId={unitId} />
            {view.history.length > 1 && <UnitHistory history={view.history} />}
          </Stack>
        </>
      )}
    </Answer>
  );
};
