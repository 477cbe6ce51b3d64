import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/link';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { ActionPlanModal } from './action-plan-modal';
import { ActionPlansTable } from './action-plans-table';
import { plansQuery } from './queries';
import styles from './results-page.module.css';
import type { ActionPlan } from './views';

type Props = { roundId: string; unitId: string | undefined };

/** What has been agreed on this result, right under it. */
export const ActionPlansSection = ({ roundId, unitId }: Props) => {
  const { t } = useTranslation('surveyResults');
  const plans = useQuery(plansQuery({ round: roundId, unit: unitId }));
  const [editing, setEditing] = useState<ActionPlan | 'new' | null>(null);
  const canWrite = plans.data?.abilities.includes('action-plan.write') ?? false;
  return (
    <Section
      title={t('plans.title')}
      aside={
        <div className={styles.filters}>
          <TextLink to="/action-plans">{t('plans.all')}</TextLink>
          {canWrite && (
            <Button size="xs" onClick={() => setEditing('new')}>
              {t('plans.new')}
            </Button>
          )}
        </div>
      }
      flush
    >
      <Answer query={plans}>
        {(list) => (
          <ActionPlansTable
            plans={list.items}
            onEdit={canWrite ? setEditing : undefined}
            empty={<Empty title={t('plans.none')}>{t('plans.noneHint')}</Empty>}
          />
        )}
      </Answer>
      {editing !== null && (
        <ActionPlanModal
          plan={editing === 'new' ? null : editing}
          roundId={editing === 'new' ? roundId : editing.roundId}
          unitId={unitId}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
};
