import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PartnershipFrame } from '../partnerships/partnership-frame';
import { Moment, Period } from '../ui/day';
import { Progress } from '../ui/progress';
import { Section, Stack } from '../ui/section';
import { Answer, Empty, Failure } from '../ui/states';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { EstimateSections } from './estimate-sections';
import { FidelityList } from './fidelity-list';
import styles from './outcomes.module.css';
import { effectQuery, orderEstimate, savePlans } from './queries';
import type { EffectPlan, EffectView } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/effect');

const useEffectAct = (partnershipId: string, act: () => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: effectQuery(partnershipId).queryKey }),
  });
};

const SavePlans = ({ partnershipId, view }: { partnershipId: string; view: EffectView }) => {
  const { t } = useTranslation('outcomes');
  const save = useEffectAct(partnershipId, () => savePlans(partnershipId));
  if (!view.abilities.includes('effect.plan') || view.unplanned === 0) return null;
  return (
    <Section title={t('plans.title')}>
      {save.error !== null && <Failure error={save.error} />}
      <p>{t('plans.unplanned', { count: view.unplanned })}</p>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('plans.save')}
      </Button>
    </Section>
  );
};

const PlanChoice = ({ plans, chosen }: { plans: EffectPlan[]; chosen: EffectPlan }) => {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const word = useWord();
  const navigate = route.useNavigate();
  return (
    <Select
      label={t('plans.choose')}
      className={`${styles.choice} no-print`}
      value={chosen.id}
      data={plans.map((plan) => ({
        value: plan.id,
        label: `${word('outcomes', 'measures', plan.measure)} · ${format.day(plan.from)}–${format.day(plan.to)}`,
      }))}
      onChange={(plan) => {
        if (plan !== null) void navigate({ search: { plan } });
      }}
    />
  );
};

const PlanMark = ({ plan }: { plan: EffectPlan }) => {
  const { t } = useTranslation('outcomes');
  return (
    <p>
      <Period from={plan.from} to={plan.to} /> ·{' '}
      <Status tone={plan.preregistered ? 'calm' : 'attention'}>
        {plan.preregistered ? t('plans.preregistered') : t('plans.later')}
      </Status>{' '}
      · {t('plans.savedAt')} <Moment at={plan.savedAt} /> ·{' '}
      <span className={styles.hash}>{plan.hash.slice(0, 12)}</span>
    </p>
  );
};

type Told = { partnershipId: string; plan: EffectPlan; mayEstimate: boolean };

const Estimate = ({ partnershipId, plan, mayEstimate }: Told) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const { estimate } = plan;
  const order = useEffectAct(partnershipId, () => orderEstimate(partnershipId, plan.id));
  const button = mayEstimate && plan.over && (
    <Button
      variant={estimate?.state === 'ready' ? 'default' : 'filled'}
      loading={order.isPending}
      onClick={() => order.mutate()}
    >
      {estimate?.state === 'ready' ? t('effect.again') : t('effect.estimate')}
    </Button>
  );
  if (estimate?.state === 'building')
    return (
      <Section title={word('outcomes', 'measures', plan.measure)}>
        <Progress label={t('effect.building')} share={null} />
      </Section>
    );
  const content = estimate?.content ?? null;
  if (estimate === null || content === null)
    return (
      <Section title={word('outcomes', 'measures', plan.measure)}>
        <PlanMark plan={plan} />
        {order.error !== null && <Failure error={order.error} />}
        <Empty icon="clock" title={estimate === null ? t('effect.none') : t('effect.failed')} action={button}>
          {estimate === null
            ? plan.over
              ? t('effect.noneHint')
              : t('effect.notOver')
            : word('app', 'problems', estimate.failure ?? '')}
        </Empty>
      </Section>
    );
  return (
    <>
      <Section title={word('outcomes', 'measures', plan.measure)} aside={button}>
        <PlanMark plan={plan} />
        {order.error !== null && <Failure error={order.error} />}
      </Section>
      <EstimateSections estimate={content.estimate} measure={plan.measure} />
      <Section title={t('fidelity.title')}>
        <FidelityList figures={content.fidelity} />
      </Section>
    </>
  );
};

const Effect = ({ partnershipId, view }: { partnershipId: string; view: EffectView }) => {
  const { t } = useTranslation('outcomes');
  const { plan: wanted } = route.useSearch();
  // The latest that has been told; before there is one, the latest that can be.
  const chosen =
    view.plans.find(({ id }) => id === wanted) ??
    view.plans.find(({ estimate }) => estimate !== null) ??
    view.plans.find(({ over }) => over) ??
    view.plans.at(0);
  const mayEstimate = view.abilities.includes('effect.estimate');
  return (
    <Stack>
      {chosen === undefined ? (
        <Section title={t('effect.title')}>
          <Empty title={view.agreed ? t('plans.none') : t('plans.notAgreed')} icon="clock">
            {view.agreed ? t('plans.noneHint') : t('plans.notAgreedHint')}
          </Empty>
        </Section>
      ) : (
        <>
          <PlanChoice plans={view.plans} chosen={chosen} />
          <Estimate key={chosen.id} partnershipId={partnershipId} plan={chosen} mayEstimate={mayEstimate} />
        </>
      )}
      <SavePlans partnershipId={partnershipId} view={view} />
    </Stack>
  );
};

/** What was achieved, as the plans say that it is told. */
export const EffectPage = () => {
  const { partnershipId } = route.useParams();
  const effect = useQuery(effectQuery(partnershipId));
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <Answer query={effect} lines={8}>
          {(view) => <Effect partnershipId={partnershipId} view={view} />}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
