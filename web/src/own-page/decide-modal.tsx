import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { decide } from './queries';
import type { EmployeeRequest, RequestOutcome } from './views';

type Values = { outcome: RequestOutcome; text: string };
type Props = { request: EmployeeRequest; onClose: () => void };

const useDecision = ({ request, onClose }: Props) => {
  const { t } = useTranslation(['ownPage', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({
    initialValues: { outcome: 'granted', text: '' },
    validate: { text: (text) => (text.trim() === '' ? t('app:required') : null) },
  });
  const decision = useMutation({
    mutationFn: (values: Values) => decide(request.id, { ...values, text: values.text.trim() }),
    onSuccess: async () => {
      onClose();
      notifyDone(t('ownPage:decide.done'));
      await client.invalidateQueries({ queryKey: ['employee-requests'] });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, decision };
};

/** A decision in writing; the employee reads every word of it. */
export const DecideModal = (props: Props) => {
  const { t } = useTranslation('ownPage');
  const { request, onClose } = props;
  const { form, decision } = useDecision(props);
  return (
    <FormModal
      opened
      title={t(`ask.kinds.${request.kind}`)}
      submitLabel={t('decide.save')}
      busy={decision.isPending}
      error={unshown(decision.error, ['text', 'outcome'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => decision.mutate(values))}
    >
      <p>{t(`decide.hints.${request.kind}`)}</p>
      <Radio.Group label={t('decide.outcome')} {...form.getInputProps('outcome')}>
        <Stack gap={6} mt={6}>
          <Radio value="granted" label={t('outcomes.granted')} />
          <Radio value="refused" label={t('outcomes.refused')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('decide.text')}
        description={t('decide.textHint')}
        withAsterisk
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('text')}
      />
    </FormModal>
  );
};
