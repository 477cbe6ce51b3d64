import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { TextLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { pageOf } from '../../ui/page-of';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { besideQuery } from './queries';
import styles from './results-page.module.css';
import type { BesideAbsence, BesideUnit } from './views';
import { sortedUnits } from './sorted-units';
import { useRoundName, useWording } from './words';

const route = getRouteApi('/house/survey-results/$roundId/absence');

const Unit = ({ unit }: { unit: BesideUnit }) => {
  const { roundId } = route.useParams();
  return (
    <>
      <TextLink to="/survey-results/$roundId/unit" params={{ roundId }} search={{ unit: unit.unitId }}>
        {unit.name}
      </TextLink>
      {unit.parentName !== null && <p className={styles.quiet}>{unit.parentName}</p>}
    </>
  );
};

const useColumns = (): Column<BesideUnit>[] => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const spread = (
    words: string,
    interval: { low: number; high: number } | null,
    write: (value: number) => string,
  ) => (
    <>
      {words}
      {interval !== null && (
        <span className={styles.interval}>
          {t('plans.between', { low: write(interval.low), high: write(interval.high) })}
        </span>
      )}
    </>
  );
  return [
    { key: 'unit', head: t('map.unit'), main: true, sortable: true, cell: (unit) => <Unit unit={unit} /> },
    {
      key: 'score',
      head: t('unit.score'),
      number: true,
      sortable: true,
      cell: ({ mean, low, high }) =>
        spread(format.number(mean, 0), { low, high }, (value) => format.number(value, 0)),
    },
    {
      key: 'rate',
      head: t('beside.rate'),
      number: true,
      sortable: true,
      cell: ({ absenceRate }) =>
        absenceRate === null
          ? t('beside.few')
          : spread(format.percent(absenceRate.value), absenceRate.interval, (value) => format.percent(value)),
    },
    {
      key: 'spells',
      head: t('beside.spells'),
      number: true,
      sortable: true,
      cell: ({ spells }) =>
        spells === null
          ? t('beside.few')
          : spread(format.number(spells.value, 1), spells.interval, (value) => format.number(value, 1)),
    },
    {
      key: 'years',
      head: t('beside.personYears'),
      number: true,
      sortable: true,
      cell: ({ personYears }) => format.number(personYears, 0),
    },
  ];
};

const Association = ({ view }: { view: BesideAbsence }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const { association } = view;
  if (association === null) return <p className={styles.quiet}>{t('beside.noAssociation')}</p>;
  return (
    <p className={styles.words}>
      {t('beside.association', {
        value: format.change(association.correlation, 2),
        low: format.change(association.low, 2),
        high: format.change(association.high, 2),
        count: association.units,
      })}
    </p>
  );
};

const Beside = ({ view }: { view: BesideAbsence }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const wording = useWording();
  const name = useRoundName();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const { sort = 'score', page = 1 } = route.useSearch();
  const { items, ...shown } = pageOf(sortedUnits(view.units, sort), page);
  return (
    <>
      <PageHeader
        title={t('beside.title')}
        path={[
          <TextLink key="results" to="/survey-results" search={{ round: view.round.id }}>
            {t('title')}
          </TextLink>,
        ]}
        meta={`${name(view.round)} · ${t('beside.period', { from: format.day(view.from), to: format.day(view.to) })}`}
      />
      <Stack>
        <Notice tone="attention" title={t('beside.warning')}>
          {t('beside.warningWords')}
        </Notice>
        <Section
          title={t('beside.units')}
          aside={
            <Select
              size="xs"
              aria-label={t('scale')}
              value={view.scaleId}
              data={view.scales.map((scale) => ({ value: scale.id, label: wording(scale.name) }))}
              onChange={(scale) =>
                void navigate({
                  search: (old) => ({ ...old, scale: scale ?? undefined, page: undefined }),
                  replace: true,
                })
              }
            />
          }
        >
          <Association view={view} />
          <DataTable
            caption={t('beside.title')}
            columns={columns}
            rows={items}
            sorting={{
              by: sort,
              onSort: (by) =>
                void navigate({ search: (old) => ({ ...old, sort: by, page: undefined }), replace: true }),
            }}
            paging={{
              ...shown,
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
            rowKey={({ unitId }) => unitId}
            empty={<Empty title={t('beside.none')} />}
          />
        </Section>
      </Stack>
    </>
  );
};

export const BesideAbsencePage = () => {
  const { roundId } = route.useParams();
  const { scale } = route.useSearch();
  const beside = useQuery(besideQuery(roundId, scale));
  return (
    <Answer query={beside} lines={10} level="page">
      {(view) => <Beside view={view} />}
    </Answer>
  );
};
