import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { FigureTiles } from '../absence/figure-tiles';
import { KnownUntil } from '../absence/known-until';
import { OpenSpellsTable } from '../absence/open-spells-table';
import { TrendChart } from '../absence/trend-chart';
import { OpenUnitCase } from '../cases/open-unit-case';
import { Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { unitFiguresQuery, unitQuery } from './queries';
import { UnitHistory } from './unit-history';
import { UnitPeople } from './unit-people';
import { UnitsTable } from './units-table';
import type { UnitFigures, UnitView } from './views';

const route = getRouteApi('/house/units/$unitId');

const Header = ({ unit, figures }: { unit: UnitView; figures: UnitFigures | undefined }) => {
  const { t } = useTranslation('organisations');
  const path = unit.path.map(({ id, name }) => (
    <TextLink key={id} to="/units/$unitId" params={{ unitId: id }}>
      {name}
    </TextLink>
  ));
  return (
    <PageHeader
      title={unit.name}
      path={[
        <TextLink key="units" to="/units">
          {t('title')}
        </TextLink>,
        ...path,
      ]}
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

const Children = ({ figures }: { figures: UnitFigures }) => {
  const { t } = useTranslation('organisations');
  const { units: sort } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Section title={t('children')} aside={<Period {...figures.period} />} flush>
      <UnitsTable
        units={figures.children}
        sort={sort}
        onSort={(by) => void navigate({ search: (old) => ({ ...old, units: by }), replace: true })}
      />
    </Section>
  );
};

const Figures = ({ figures }: { figures: UnitFigures }) => {
  const { t } = useTranslation('absence');
  const { tiles } = figures;
  return (
    <>
      <FigureTiles
        tiles={[
          { measure: 'employees', figure: tiles.employees },
          { measure: 'absenceRate', figure: tiles.absenceRate },
          { measure: 'daysPerFte', figure: tiles.daysPerFte },
          { measure: 'spellsPerPersonYear', figure: tiles.spellsPerPersonYear },
          { measure: 'openSpells', figure: tiles.openSpells },
        ]}
      />
      <Columns>
        <Section title={t('trend.title')}>
          <TrendChart months={figures.months} />
        </Section>
        <Section title={t('open.title')} flush>
          <OpenSpellsTable spells={figures.openSpells} withUnit={false} />
        </Section>
      </Columns>
      {figures.children.length > 0 && <Children figures={figures} />}
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
                {(shown) => <Figures figures={shown} />}
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
