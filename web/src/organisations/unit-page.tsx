import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FigureTiles } from '../absence/figure-tiles';
import { KnownUntil } from '../absence/known-until';
import { OpenSpellsTable } from '../absence/open-spells-table';
import { TrendChart } from '../absence/trend-chart';
import { Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { unitQuery } from './queries';
import { UnitPeople } from './unit-people';
import { UnitsTable } from './units-table';
import type { UnitView } from './views';

const route = getRouteApi('/house/units/$unitId');

const Header = ({ unit }: { unit: UnitView }) => {
  const { t } = useTranslation('organisations');
  const path = unit.path.map(({ id, name }) => (
    <TextLink key={id} to="/units/$unitId" params={{ unitId: id }}>
      {name}
    </TextLink>
  ));
  return (
    <PageHeader
      title={unit.name}
      path={path}
      meta={
        <>
          {t(`kinds.${unit.kind}`)}
          {unit.managerName !== null && ` · ${t('manager', { name: unit.managerName })}`} ·{' '}
          <KnownUntil sources={unit.knownUntil} />
        </>
      }
    />
  );
};

const Figures = ({ unit }: { unit: UnitView }) => {
  const { t } = useTranslation(['absence', 'organisations']);
  const { units: sort } = route.useSearch();
  const navigate = route.useNavigate();
  const { tiles } = unit;
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
        <Section title={t('absence:trend.title')}>
          <TrendChart months={unit.months} />
        </Section>
        <Section title={t('absence:open.title')} flush>
          <OpenSpellsTable spells={unit.openSpells} withUnit={false} />
        </Section>
      </Columns>
      {unit.children.length > 0 && (
        <Section title={t('organisations:children')} aside={<Period {...unit.period} />} flush>
          <UnitsTable
            units={unit.children}
            sort={sort}
            onSort={(by) => void navigate({ search: (old) => ({ ...old, units: by }), replace: true })}
          />
        </Section>
      )}
    </>
  );
};

export const UnitPage = () => {
  const { unitId } = route.useParams();
  const unit = useQuery(unitQuery(unitId));
  return (
    <Answer query={unit} level="page" lines={10}>
      {(view) => (
        <>
          <Header unit={view} />
          <Stack>
            <Figures unit={view} />
            {view.abilities.includes('people.list') && <UnitPeople unitId={unitId} />}
          </Stack>
        </>
      )}
    </Answer>
  );
};
