import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { useLimitText } from './limit-text';
import { outputPolicyQuery, raiseLimits } from './queries';
import { LIMITS, type Limits, type OutputPolicy } from './views';

type Props = { policy: OutputPolicy; onClose: () => void };

/** The form shows the share in per cent. */
const shownOf = (limits: Limits): Limits => ({
  ...limits,
  largestShare: Math.round(limits.largestShare * 1000) / 10,
});
const givenOf = (shown: Limits): Limits => ({
  ...shown,
  largestShare: Math.round(shown.largestShare * 10) / 1000,
});

const useRaise = ({ policy, onClose }: Props) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({ initialValues: shownOf(policy.limits) });
  const raise = useMutation({
    mutationFn: (shown: Limits) => raiseLimits(givenOf(shown)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: outputPolicyQuery.queryKey });
      notifyDone(t('saved'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, raise };
};

export const RaiseLimitsModal = (props: Props) => {
  const { t } = useTranslation('disclosure');
  const text = useLimitText();
  const { policy, onClose } = props;
  const { form, raise } = useRaise(props);
  return (
    <FormModal
      opened
      title={t('change')}
      submitLabel={t('save')}
      busy={raise.isPending}
      error={unshown(raise.error, LIMITS)}
      onClose={onClose}
      onSubmit={form.onSubmit((shown) => raise.mutate(shown))}
    >
      {LIMITS.map((limit) => (
        <NumberInput
          key={limit}
          label={t(`limits.${limit}`)}
          description={t('bound', { value: text(limit, policy.policy[limit]), context: limit })}
          suffix={limit === 'largestShare' ? ' %' : undefined}
          allowDecimal={limit === 'largestShare'}
          decimalScale={1}
          min={limit === 'largestShare' ? 5 : policy.policy[limit]}
          max={limit === 'largestShare' ? 50 : 1000}
          {...form.getInputProps(limit)}
        />
      ))}
    </FormModal>
  );
};
