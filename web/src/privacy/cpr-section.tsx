import { Button, Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Moment } from '../ui/day';
import { Facts } from '../ui/facts';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { useFormat } from '../ui/use-format';
import { cprQuery, decideCpr } from './queries';
import type { CprDecision } from './views';

const useDecide = (decision: CprDecision, onClose: () => void) => {
  const { t } = useTranslation(['privacy', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({
    initialValues: { kept: decision.kept, reason: decision.reason ?? '' },
    validate: { reason: (reason) => (reason.trim().length < 10 ? t('retention.reasonFault') : null) },
  });
  const decide = useMutation({
    mutationFn: decideCpr,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: cprQuery.queryKey });
      notifyDone(t('app:saved'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, decide };
};

const DecideModal = ({ decision, onClose }: { decision: CprDecision; onClose: () => void }) => {
  const { t } = useTranslation('privacy');
  const { form, decide } = useDecide(decision, onClose);
  return (
    <FormModal
      opened
      title={t('cpr.decide')}
      submitLabel={t('retention.save')}
      danger={decision.kept && !form.values.kept}
      busy={decide.isPending}
      error={unshown(decide.error, ['reason'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => decide.mutate(values))}
    >
      <Checkbox
        label={t('cpr.keep')}
        description={t('cpr.keepHint')}
        {...form.getInputProps('kept', { type: 'checkbox' })}
      />
      <Textarea
        label={t('cpr.reason')}
        withAsterisk
        autosize
        minRows={3}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </FormModal>
  );
};

const Decision = ({ decision }: { decision: CprDecision }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const decided = decision.decidedAt === null ? t('cpr.byDefault') : <Moment at={decision.decidedAt} />;
  return (
    <>
      <Facts
        items={[
          { label: t('cpr.state'), value: decision.kept ? t('cpr.kept') : t('cpr.notKept') },
          { label: t('cpr.decided'), value: decided },
          { label: t('cpr.reason'), value: decision.reason ?? t('cpr.law') },
          { label: t('cpr.people'), value: format.number(decision.people) },
        ]}
      />
      <Button variant="default" mt="md" onClick={open}>
        {t('cpr.decide')}
      </Button>
      {opened && <DecideModal decision={decision} onClose={close} />}
    </>
  );
};

/** Whether the employer keeps CPR numbers (databeskyttelsesloven § 11). */
export const CprSection = () => {
  const { t } = useTranslation('privacy');
  const decision = useQuery(cprQuery);
  return (
    <Section title={t('cpr.title')}>
      <Answer query={decision}>{(view) => <Decision decision={view} />}</Answer>
    </Section>
  );
};
