import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { useHat } from '../../access/use-hat';
import { TextLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Columns, Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { cohortsQuery } from '../queries';
import type { Cohort, CohortCell, Cohorts } from '../views';
import { CohortChart } from './cohort-chart';
import styles from './cohorts-page.module.css';

const route = getRouteApi('/house/introductions/cohorts');

type CheckInRow = { day: number };

const useCheckInColumns = (cells: readonly CohortCell[], needs: number): Column<CheckInRow>[] => {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  return [
    { key: 'day', head: t('cohorts.checkIn'), main: true, cell: ({ day }) => t('checkIns.day', { day }) },
    ...cells.map(({ cell, figures }): Column<CheckInRow> => ({
      key: cell,
      head: t(`cohorts.groups.${cell}`),
      number: true,
      cell: ({ day }) => {
        const found = figures?.checkIns.find((one) => one.day === day);
        if (found === undefined || found.mean === null) return t('cohorts.fewAnswers', { needs });
        return t('cohorts.score', {
          mean: format.number(found.mean),
          low: format.number(found.low),
          high: format.number(found.high),
          answers: found.answers,
        });
      },
    })),
  ];
};

const CheckIns = ({ cells, needs }: { cells: CohortCell[]; needs: number }) => {
  const { t } = useTranslation('onboarding');
  const columns = useCheckInColumns(cells, needs);
  const rows = cells[0]?.figures?.checkIns.map(({ day }) => ({ day })) ?? [];
  return (
    <Section title={t('cohorts.questions.checkIns')} flush>
      <div className={styles.narrow}>
        <DataTable
          caption={t('cohorts.questions.checkIns')}
          columns={columns}
          rows={rows}
          rowKey={({ day }) => String(day)}
          empty={null}
        />
      </div>
    </Section>
  );
};

const Method = ({ cohorts }: { cohorts: Cohorts }) => {
  const { t } = useTranslation('onboarding');
  const { persons, absentPersons } = cohorts.limits;
  const points = ['who', 'quality', 'intervals', 'expectation', 'hidden', 'once'] as const;
  return (
    <Section title={t('cohorts.method.title')}>
      <ul className={styles.method}>
        {points.map((point) => (
          <li key={point}>{t(`cohorts.method.${point}`, { persons, absentPersons })}</li>
        ))}
      </ul>
    </Section>
  );
};

/** Why a group is not told of, in a sentence. */
const useReason = (cohorts: Cohorts): ((cell: CohortCell) => string) => {
  const { t } = useTranslation('onboarding');
  const { persons: needs, absentPersons } = cohorts.limits;
  return ({ reason, persons }) => {
    if (reason === null) return '';
    if (reason === 'too-few-persons' && persons !== null)
      return t('cohorts.reasons.too-few-persons', { needs, has: persons });
    if (reason === 'too-few-persons') return t('cohorts.reasons.very-few-persons', { needs });
    return t(`cohorts.reasons.${reason}`, { needs, absentPersons });
  };
};

const Year = ({ cohort, cohorts }: { cohort: Cohort; cohorts: Cohorts }) => {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const words = useReason(cohorts);
  if (cohort.releasedAt === null)
    return (
      <Section title={t('cohorts.year', { year: cohort.year })}>
        <Empty title={t('cohorts.coming', { day: format.day(cohort.tellableFrom) })} icon="introductions">
          {t('cohorts.comingHint')}
        </Empty>
      </Section>
    );
  const told = cohort.cells.filter(({ figures }) => figures !== null);
  const all = cohort.cells.find(({ cell }) => cell === 'all');
  if (told.length === 0)
    return (
      <Section title={t('cohorts.year', { year: cohort.year })}>
        <Empty title={t('cohorts.hidden')} icon="introductions">
          {all === undefined ? '' : words(all)}
        </Empty>
      </Section>
    );
  const cause = cohort.cells.find(({ reason }) => reason !== null && reason !== 'complementary');
  return (
    <>
      {all !== undefined && cause !== undefined && (
        <Notice tone="quiet" title={t('cohorts.together')}>
          {t(`cohorts.groups.${cause.cell}`)}: {words(cause)}
        </Notice>
      )}
      <Columns even>
        <CohortChart cells={told} outcome="firstAbsence" />
        <CohortChart cells={told} outcome="spells" />
      </Columns>
      <Columns even>
        <CohortChart cells={told} outcome="stay" />
        <CheckIns cells={told} needs={cohorts.limits.answers} />
      </Columns>
    </>
  );
};

const Years = ({ cohorts }: { cohorts: Cohorts }) => {
  const { t } = useTranslation('onboarding');
  const navigate = route.useNavigate();
  const { year } = route.useSearch();
  const chosen =
    cohorts.items.find((one) => one.year === year) ??
    cohorts.items.find(({ cells }) => cells.some(({ figures }) => figures !== null)) ??
    cohorts.items[0];
  if (chosen === undefined)
    return (
      <Empty title={t('cohorts.none')} icon="introductions">
        {t('cohorts.comingHint')}
      </Empty>
    );
  return (
    <>
      <SegmentedControl
        className={styles.years}
        aria-label={t('cohorts.choose')}
        value={String(chosen.year)}
        data={cohorts.items.map((one) => String(one.year))}
        onChange={(value) => void navigate({ search: { year: Number(value) }, replace: true })}
      />
      <Stack>
        <Notice tone="attention" title={t('cohorts.warning')}>
          {t('cohorts.warningText')}
        </Notice>
        <Year cohort={chosen} cohorts={cohorts} />
        <Method cohorts={cohorts} />
      </Stack>
    </>
  );
};

export const CohortsPage = () => {
  const { t } = useTranslation('onboarding');
  const hat = useHat();
  const found = useQuery(cohortsQuery);
  return (
    <>
      <PageHeader
        title={t('cohorts.title')}
        path={
          hat.role === 'hr-manager'
            ? [
                <TextLink key="introductions" to="/introductions">
                  {t('title')}
                </TextLink>,
              ]
            : []
        }
        meta={t('cohorts.intro')}
      />
      <Answer query={found} lines={8}>
        {(cohorts) => <Years cohorts={cohorts} />}
      </Answer>
    </>
  );
};
