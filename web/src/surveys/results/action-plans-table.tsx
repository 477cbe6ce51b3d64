import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { TextLink } from '../../ui/link';
import type { Paging } from '../../ui/pager';
import { Status, type Tone } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import styles from './results-page.module.css';
import type { ActionPlan, PlanStatus } from './views';
import { useWording } from './words';

const TONES: Record<PlanStatus, Tone> = {
  planned: 'quiet',
  'under-way': 'calm',
  done: 'calm',
  dropped: 'quiet',
};

const State = ({ plan }: { plan: ActionPlan }) => {
  const { t } = useTranslation('surveyResults');
  if (plan.overdue) return <Status tone="danger">{t('plans.overdue')}</Status>;
  return <Status tone={TONES[plan.status]}>{t(`plans.statuses.${plan.status}`)}</Status>;
};

const Effect = ({ plan }: { plan: ActionPlan }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const { effect } = plan;
  const words = (): string => {
    if (effect?.direction) return t(`plans.directions.${effect.direction}`);
    return t(effect && (effect.low > 0 || effect.high < 0) ? 'plans.small' : 'plans.byChance');
  };
  if (effect === null) return <>{plan.scaleId === null ? '–' : t('plans.effectLater')}</>;
  return (
    <>
      {format.number(effect.from, 0)} → {format.number(effect.to, 0)} ({format.change(effect.difference, 0)};{' '}
      {t('plans.between', { low: format.change(effect.low, 0), high: format.change(effect.high, 0) })})
      <p className={styles.quiet}>{words()}</p>
    </>
  );
};

const useColumns = (onEdit: ((plan: ActionPlan) => void) | undefined): Column<ActionPlan>[] => {
  const { t } = useTranslation('surveyResults');
  const wording = useWording();
  const columns: Column<ActionPlan>[] = [
    {
      key: 'theme',
      head: t('plans.theme'),
      main: true,
      cell: (plan) => (
        <>
          {plan.theme}
          <p className={styles.quiet}>{plan.goal}</p>
        </>
      ),
    },
    {
      key: 'unit',
      head: t('map.unit'),
      cell: (plan) => (
        <>
          <TextLink
            to="/survey-results/$roundId/unit"
            params={{ roundId: plan.roundId }}
            search={plan.unitId === null ? {} : { unit: plan.unitId }}
          >
            {plan.unitId === null ? t('whole') : plan.unitName}
          </TextLink>
          {plan.parentName !== null && <p className={styles.quiet}>{plan.parentName}</p>}
        </>
      ),
    },
    {
      key: 'scale',
      head: t('plans.scale'),
      cell: (plan) => (plan.scaleName === null ? '–' : wording(plan.scaleName)),
    },
    { key: 'owner', head: t('plans.owner'), cell: (plan) => plan.owner },
    { key: 'dueOn', head: t('plans.dueOn'), cell: (plan) => <Day on={plan.dueOn} /> },
    { key: 'state', head: t('plans.status'), cell: (plan) => <State plan={plan} /> },
    { key: 'effect', head: t('plans.effect'), cell: (plan) => <Effect plan={plan} /> },
  ];
  if (onEdit === undefined) return columns;
  const edit: Column<ActionPlan> = {
    key: 'act',
    head: t('plans.act'),
    act: true,
    cell: (plan) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('plans.editOf', { theme: plan.theme })}
        onClick={() => onEdit(plan)}
      >
        {t('plans.edit')}
      </Button>
    ),
  };
  return [...columns, edit];
};

type Props = {
  plans: ActionPlan[];
  onEdit: ((plan: ActionPlan) => void) | undefined;
  empty: ReactNode;
  paging?: Paging;
};

export const ActionPlansTable = ({ plans, onEdit, empty, paging }: Props) => {
  const { t } = useTranslation('surveyResults');
  const columns = useColumns(onEdit);
  return (
    <DataTable
      caption={t('plans.title')}
      columns={columns}
      rows={plans}
      rowKey={({ id }) => id}
      empty={empty}
      {...(paging === undefined ? {} : { paging })}
    />
  );
};
