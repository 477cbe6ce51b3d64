import { Button, Select, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink, TextLink } from '../../ui/link';
import { PageHeader } from '../../ui/page-header';
import { choiceParam } from '../../ui/search-params';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { ActionPlansSection } from './action-plans-section';
import { Files } from './files';
import styles from './results-page.module.css';
import { HeatMap } from './heat-map';
import { resultsQuery, roundsQuery } from './queries';
import { RESULT_FILTERS, type ResultRound, type Results } from './views';
import { useRoundName } from './words';

const route = getRouteApi('/house/survey-results');

const RoundChoice = ({ rounds, round }: { rounds: ResultRound[]; round: ResultRound }) => {
  const { t } = useTranslation('surveyResults');
  const name = useRoundName();
  const navigate = route.useNavigate();
  return (
    <Select
      aria-label={t('round')}
      w={300}
      maw="100%"
      value={round.id}
      data={rounds.map((one) => ({ value: one.id, label: name(one) }))}
      onChange={(id) => void navigate({ search: { round: id ?? undefined } })}
    />
  );
};

const Filters = () => {
  const { t } = useTranslation('surveyResults');
  const { show = 'all', name = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const find = useDebouncedCallback((words: string) => {
    void navigate({
      search: (old) => ({ ...old, name: words || undefined, page: undefined }),
      replace: true,
    });
  }, 300);
  return (
    <div className={`${styles.filters} no-print`}>
      <SegmentedControl
        size="xs"
        aria-label={t('filters.label')}
        value={show}
        data={RESULT_FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
        onChange={(value) =>
          void navigate({
            search: (old) => ({ ...old, show: choiceParam(value, RESULT_FILTERS), page: undefined }),
            replace: true,
          })
        }
      />
      <TextInput
        size="xs"
        aria-label={t('filters.name')}
        placeholder={t('filters.name')}
        defaultValue={name}
        onChange={(event) => find(event.currentTarget.value)}
      />
    </div>
  );
};

const Path = ({ view }: { view: Results }) => {
  const { t } = useTranslation('surveyResults');
  if (view.path.length === 0) return null;
  return (
    <nav aria-label={t('map.path')} className={styles.path}>
      <TextLink to="/survey-results" search={{ round: view.round.id }}>
        {t('whole')}
      </TextLink>
      {view.path.map(({ unitId, name }) => (
        <span key={unitId}>
          {' › '}
          <TextLink to="/survey-results" search={{ round: view.round.id, under: unitId ?? undefined }}>
            {name}
          </TextLink>
        </span>
      ))}
    </nav>
  );
};

const Map = ({ round }: { round: ResultRound }) => {
  const { t } = useTranslation('surveyResults');
  const { under, show, name, sort, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const results = useQuery(resultsQuery(round.id, { under, show, name, sort, page }));
  return (
    <Section title={t('map.title')} aside={<Filters />} flush>
      <Answer query={results} lines={10}>
        {(view) => (
          <>
            <Path view={view} />
            {view.items.length === 0 && (show !== undefined || name !== undefined) && (
              <Empty title={t('filters.none')} icon="search" />
            )}
            <HeatMap
              view={view}
              sort={sort}
              onSort={(by) =>
                void navigate({ search: (old) => ({ ...old, sort: by, page: undefined }), replace: true })
              }
              paging={{
                ...view,
                onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
              }}
            />
          </>
        )}
      </Answer>
    </Section>
  );
};

const Round = ({
  rounds,
  round,
  can,
}: {
  rounds: ResultRound[];
  round: ResultRound;
  can: (what: string) => boolean;
}) => {
  const { t } = useTranslation('surveyResults');
  const search = route.useSearch();
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={<RoundChoice rounds={rounds} round={round} />}
        actions={
          <>
            {can('survey-absence.read') && (
              <ButtonLink
                to="/survey-results/$roundId/absence"
                params={{ roundId: round.id }}
                variant="default"
              >
                {t('beside.link')}
              </ButtonLink>
            )}
            {can('survey-result.export') && <Files roundId={round.id} filter={search} />}
            <Button variant="default" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <Stack>
        <Map round={round} />
        <ActionPlansSection roundId={round.id} unitId={search.under} />
      </Stack>
    </>
  );
};

export const ResultsPage = () => {
  const { t } = useTranslation('surveyResults');
  const { round: chosen } = route.useSearch();
  const rounds = useQuery(roundsQuery);
  return (
    <Answer query={rounds} lines={10} level="page">
      {({ items, abilities }) => {
        const round = chosen === undefined ? items[0] : items.find(({ id }) => id === chosen);
        // Of a round just closed the results are still being made; another's would be taken for them.
        if (round === undefined && items.length > 0)
          return (
            <>
              <PageHeader title={t('title')} />
              <Section title={t('map.title')}>
                <Empty
                  title={t('notYet')}
                  icon="surveyResults"
                  action={<ButtonLink to="/survey-results">{t('latest')}</ButtonLink>}
                >
                  {t('notYetHint')}
                </Empty>
              </Section>
            </>
          );
        if (round === undefined)
          return (
            <>
              <PageHeader title={t('title')} />
              <Section title={t('map.title')}>
                <Empty title={t('none')} icon="surveyResults">
                  {t('noneHint')}
                </Empty>
              </Section>
            </>
          );
        return <Round rounds={items} round={round} can={(what) => abilities.includes(what)} />;
      }}
    </Answer>
  );
};
