import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { ActionPlansSection } from './action-plans-section';
import { CommentsSection } from './comments-section';
import { ItemsSection } from './items-section';
import { unitResultsQuery } from './queries';
import { ScalesTable } from './scales-table';
import { ScoreTrend } from './score-trend';
import type { UnitResults } from './views';
import { useHiddenWords, useRoundName, useWording } from './words';

const route = getRouteApi('/house/survey-results/$roundId/unit');

const NoReport = ({ view }: { view: UnitResults }) => {
  const { t } = useTranslation('surveyResults');
  const hidden = useHiddenWords();
  const { unit, shownIn, round } = view;
  return (
    <Notice tone="attention" title={hidden(unit)}>
      {shownIn !== null && (
        <TextLink
          to="/survey-results/$roundId/unit"
          params={{ roundId: round.id }}
          search={shownIn.unitId === null ? {} : { unit: shownIn.unitId }}
        >
          {t('unit.shownIn', { name: shownIn.unitId === null ? t('whole') : shownIn.name })}
        </TextLink>
      )}
    </Notice>
  );
};

const Trend = ({ view }: { view: UnitResults }) => {
  const { t } = useTranslation('surveyResults');
  const wording = useWording();
  const { scale: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const scale = view.scales.find(({ id }) => id === chosen) ?? view.scales[0];
  if (scale === undefined || view.trend.length < 2) return null;
  return (
    <Section
      title={t('unit.trend')}
      aside={
        <Select
          size="xs"
          aria-label={t('scale')}
          value={scale.id}
          data={view.scales.map(({ id, name }) => ({ value: id, label: wording(name) }))}
          onChange={(id) =>
            void navigate({ search: (old) => ({ ...old, scale: id ?? undefined }), replace: true })
          }
        />
      }
    >
      <ScoreTrend points={view.trend} scale={scale} />
    </Section>
  );
};

const Unit = ({ view, unitId }: { view: UnitResults; unitId: string | undefined }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const name = useRoundName();
  const { unit, round, path } = view;
  const above = path.slice(0, -1);
  return (
    <>
      <PageHeader
        title={unit.unitId === null ? t('whole') : unit.name}
        path={[
          <TextLink key="results" to="/survey-results" search={{ round: round.id }}>
            {t('title')}
          </TextLink>,
          ...above.map((one) => (
            <TextLink
              key={one.unitId}
              to="/survey-results/$roundId/unit"
              params={{ roundId: round.id }}
              search={one.unitId === null ? {} : { unit: one.unitId }}
            >
              {one.name}
            </TextLink>
          )),
        ]}
        meta={
          <>
            {name(round)} ·{' '}
            {unit.rate === null
              ? t('map.asked', { count: unit.invited })
              : `${format.percent(unit.rate, 0)} ${t('map.of', { answered: format.number(unit.answered), invited: format.number(unit.invited) })}`}
          </>
        }
        actions={
          <Button variant="default" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <Stack>
        {unit.reason !== null && <NoReport view={view} />}
        {unit.label === 'caution' && <Notice tone="attention">{t('unit.caution')}</Notice>}
        {unit.reason === null && (
          <>
            <Section title={t('unit.scales')} flush>
              <ScalesTable view={view} />
            </Section>
            <Trend view={view} />
            <ItemsSection items={view.items} />
            <CommentsSection
              roundId={round.id}
              unitId={unitId}
              can={view.abilities.includes('survey-comment.read')}
            />
          </>
        )}
        <ActionPlansSection roundId={round.id} unitId={unitId} />
      </Stack>
    </>
  );
};

export const UnitResultsPage = () => {
  const { roundId } = route.useParams();
  const { unit } = route.useSearch();
  const results = useQuery(unitResultsQuery(roundId, unit));
  return (
    <Answer query={results} lines={10} level="page">
      {(view) => <Unit view={view} unitId={unit} />}
    </Answer>
  );
};
