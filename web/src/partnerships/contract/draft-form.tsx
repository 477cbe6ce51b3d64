import { Button, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DayField } from '../../ui/day-field';
import { Notice } from '../../ui/notice';
import { notifyDone } from '../../ui/notify';
import { Section, Stack } from '../../ui/section';
import { Failure } from '../../ui/states';
import { useFieldFaults } from '../../ui/use-field-faults';
import { useWord } from '../../ui/use-word';
import styles from './contract.module.css';
import { baselineBefore, withRefunds, type DraftFormType, type DraftValues } from './draft-values';
import { GuardrailFields, IndicatorFields, PartyFields, ShockFields, UnitFields } from './draft-lists';
import { PaymentFields, WaterfallFields } from './draft-payment';
import { discardDraft, propose, refreshPartnership, saveDraft } from './queries';
import { useContractStep } from './use-contract-step';
import { CUTS, TRACKS, type ContractVersion, type ContractWritten, type OfferedUnit } from './views';

type Props = {
  partnershipId: string;
  version: ContractVersion;
  written: ContractWritten;
  offered: readonly OfferedUnit[];
};

const Faults = ({ version }: { version: ContractVersion }) => {
  const { t } = useTranslation('contract');
  const word = useWord();
  if (version.faults.length === 0) return <Notice tone="calm">{t('draft.sound')}</Notice>;
  return (
    <Notice tone="attention" title={t('draft.faults')}>
      <ul className={styles.faults}>
        {version.faults.map(({ field, code }) => (
          <li key={`${field} ${code}`}>
            {word('contract', 'changes.sections', field.split('.')[0] ?? field)}:{' '}
            {word('contract', 'faults', code)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const AgreementFields = ({ form, version }: { form: DraftFormType; version: number }) => {
  const { t } = useTranslation('contract');
  const setFrom = (day: string | null): void => {
    if (day === null) return;
    form.setFieldValue('content.period.from', day);
    form.setFieldValue('content.baseline', baselineBefore(day));
    if (form.values.first) form.setFieldValue('validFrom', day);
  };
  return (
    <Section title={t('agreement.title')} aside={t('draft.title', { version })}>
      <div className={styles.grid}>
        <TextInput label={t('draft.name')} {...form.getInputProps('content.name')} />
        <DayField
          label={t('draft.from')}
          value={form.values.content.period.from}
          onChange={setFrom}
          error={form.errors['content.period.from']}
        />
        <DayField label={t('draft.to')} {...form.getInputProps('content.period.to')} />
        {!form.values.first && (
          <DayField
            label={t('draft.validFrom')}
            description={t('draft.validFromHint')}
            {...form.getInputProps('validFrom')}
          />
        )}
        <MultiSelect
          label={t('agreement.tracks')}
          data={TRACKS.map((value) => ({ value, label: t(`trackNames.${value}`) }))}
          {...form.getInputProps('content.tracks')}
        />
        <Select
          label={t('agreement.choice')}
          allowDeselect={false}
          data={(['chosen', 'lot'] as const).map((value) => ({
            value,
            label: t(`agreement.choices.${value}`),
          }))}
          {...form.getInputProps('content.choice')}
        />
        <Select
          label={t('agreement.cut')}
          allowDeselect={false}
          data={CUTS.map((value) => ({ value, label: t(`agreement.cuts.${value}`) }))}
          {...form.getInputProps('content.settlementCut')}
        />
        <NumberInput
          label={t('agreement.dispute')}
          min={0}
          max={365}
          allowDecimal={false}
          {...form.getInputProps('content.disputeDays')}
        />
      </div>
      <Textarea
        mt="sm"
        label={t('draft.reason')}
        autosize
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </Section>
  );
};

const Steps = ({
  partnershipId,
  version,
  dirty,
}: Omit<Props, 'written' | 'offered'> & { dirty: boolean }) => {
  const { t } = useTranslation('contract');
  const proposing = useContractStep(partnershipId, () => propose(partnershipId, version.version), {
    done: t('draft.proposed'),
  });
  const discarding = useContractStep(partnershipId, () => discardDraft(partnershipId, version.version), {
    done: t('draft.discarded'),
    then: () => window.history.back(),
  });
  return (
    <>
      <ConfirmButton
        label={t('draft.discard')}
        title={t('draft.discardTitle')}
        confirmLabel={t('draft.discard')}
        danger
        busy={discarding.isPending}
        onConfirm={() => discarding.mutate(undefined)}
      >
        {t('draft.discardHint')}
      </ConfirmButton>
      <Button
        variant="default"
        disabled={dirty || version.faults.length > 0}
        loading={proposing.isPending}
        onClick={() => proposing.mutate(undefined)}
      >
        {t('draft.propose')}
      </Button>
    </>
  );
};

/** The draft in the order of the contract. What stands against proposing it is listed as of the last saving. */
export const DraftForm = ({ partnershipId, version, written, offered }: Props) => {
  const { t } = useTranslation('contract');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<DraftValues>({
    initialValues: {
      content: withRefunds(written),
      validFrom: version.validFrom,
      reason: version.reason,
      first: version.version === 1,
    },
  });
  const save = useMutation({
    mutationFn: ({ content, validFrom, reason }: DraftValues) =>
      saveDraft(partnershipId, version.version, { content, validFrom, reason, revision: version.revision }),
    onSuccess: async () => {
      notifyDone(t('draft.saved'));
      await refreshPartnership(client, partnershipId);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  const dirty = form.isDirty();
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Faults version={version} />
      {save.error !== null && <Failure error={save.error} />}
      <Stack>
        <AgreementFields form={form} version={version.version} />
        <PartyFields form={form} />
        <IndicatorFields form={form} />
        <PaymentFields form={form} />
        <GuardrailFields form={form} />
        <WaterfallFields form={form} />
        <UnitFields form={form} offered={offered} />
        <ShockFields form={form} />
        <Group justify="flex-end" gap="xs">
          {dirty && <span className={styles.dim}>{t('draft.unsaved')}</span>}
          <Steps partnershipId={partnershipId} version={version} dirty={dirty} />
          <Button type="submit" loading={save.isPending}>
            {t('draft.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
