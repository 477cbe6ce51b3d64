import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DayField } from '../../ui/day-field';
import { FormModal } from '../../ui/form-modal';
import { choiceParam } from '../../ui/search-params';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { changePlan, makePlan, removePlan, unitResultsQuery } from './queries';
import { PLAN_STATUSES, type ActionPlan } from './views';
import { useWording } from './words';

type Values = {
  theme: string;
  goal: string;
  owner: string;
  dueOn: string;
  scaleId: string;
  status: string;
  outcome: string;
};

type Props = { plan: ActionPlan | null; roundId: string; unitId: string | undefined; onClose: () => void };

const valuesOf = (plan: ActionPlan | null): Values => ({
  theme: plan?.theme ?? '',
  goal: plan?.goal ?? '',
  owner: plan?.owner ?? '',
  dueOn: plan?.dueOn ?? today(),
  scaleId: plan?.scaleId ?? '',
  status: plan?.status ?? 'planned',
  outcome: plan?.outcome ?? '',
});

const save = ({ plan, roundId, unitId }: Omit<Props, 'onClose'>, values: Values): Promise<unknown> => {
  const { scaleId, status, outcome, ...words } = values;
  const about = scaleId === '' ? words : { ...words, scaleId };
  if (plan === null) return makePlan({ ...about, roundId, ...(unitId === undefined ? {} : { unitId }) });
  const known = choiceParam(status, PLAN_STATUSES) ?? plan.status;
  return changePlan(plan.id, { ...about, status: known, outcome, version: plan.version });
};

const useSaving = (props: Props, form: ReturnType<typeof useForm<Values>>) => {
  const client = useQueryClient();
  const faults = useFieldFaults();
  const done = async (): Promise<void> => {
    props.onClose();
    await client.invalidateQueries({ queryKey: ['action-plans'] });
  };
  const saving = useMutation({
    mutationFn: (values: Values) => save(props, values),
    onSuccess: done,
    onError: (error) => form.setErrors(faults(error)),
  });
  const removing = useMutation({ mutationFn: removePlan, onSuccess: done });
  return { saving, removing };
};

/** Makes a plan, or changes one. */
export const ActionPlanModal = (props: Props) => {
  const { plan, roundId, unitId, onClose } = props;
  const { t } = useTranslation('surveyResults');
  const wording = useWording();
  const form = useForm<Values>({ initialValues: valuesOf(plan) });
  const { saving, removing } = useSaving(props, form);
  const scales =
    useQuery(unitResultsQuery(roundId, plan === null ? unitId : (plan.unitId ?? undefined))).data?.scales ??
    [];
  const field = (name: keyof Values) => ({
    label: t(`plans.${name === 'scaleId' ? 'scale' : name}`),
    ...form.getInputProps(name),
  });
  return (
    <FormModal
      opened
      title={plan === null ? t('plans.new') : t('plans.change')}
      submitLabel={t('plans.save')}
      busy={saving.isPending}
      error={unshown(saving.error ?? removing.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => saving.mutate(values))}
    >
      <TextInput required maxLength={200} {...field('theme')} />
      <Textarea required autosize minRows={2} maxLength={2000} {...field('goal')} />
      <Select
        clearable
        data={scales.map(({ id, name }) => ({ value: id, label: wording(name) }))}
        {...field('scaleId')}
        value={form.values.scaleId === '' ? null : form.values.scaleId}
        onChange={(id) => form.setFieldValue('scaleId', id ?? '')}
        description={t('plans.scaleHint')}
      />
      <TextInput required maxLength={200} {...field('owner')} description={t('plans.ownerHint')} />
      <DayField required {...field('dueOn')} />
      {plan !== null && (
        <>
          <Select
            data={PLAN_STATUSES.map((status) => ({ value: status, label: t(`plans.statuses.${status}`) }))}
            {...field('status')}
          />
          <Textarea autosize minRows={2} maxLength={2000} {...field('outcome')} />
          <div>
            <ConfirmButton
              label={t('plans.remove')}
              title={t('plans.removeTitle')}
              confirmLabel={t('plans.remove')}
              danger
              busy={removing.isPending}
              onConfirm={() => removing.mutate(plan.id)}
            >
              {t('plans.removeWords')}
            </ConfirmButton>
          </div>
        </>
      )}
    </FormModal>
  );
};
