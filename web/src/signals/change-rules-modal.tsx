import { Checkbox, Group, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { FormModal } from '../ui/form-modal';
import { Notice } from '../ui/notice';
import { notifyDone } from '../ui/notify';
import { today } from '../ui/today';
import { useFormat } from '../ui/use-format';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { changeRules, rulesQuery, unitSpellsQuery } from './queries';
import { changeOf, isNews, valuesOf, type RuleValues } from './rule-values';
import type { SignalRules } from './views';

type Form = { form: UseFormReturnType<RuleValues> };

const WindowFields = ({ form, name }: Form & { name: 'spells' | 'days' }) => {
  const { t } = useTranslation('signals');
  const fields = [`${name}Threshold`, `${name}Window`] as const;
  return (
    <Group grow align="flex-start" gap="sm">
      {fields.map((field) => (
        <NumberInput
          key={field}
          label={t(`change.${field}`)}
          min={1}
          allowDecimal={false}
          {...form.getInputProps(field)}
        />
      ))}
    </Group>
  );
};

const NoticeFields = ({ form, days }: Form & { days: number }) => {
  const { t } = useTranslation('signals');
  return (
    <>
      <Notice tone="attention" title={t('change.news')}>
        {t('change.newsText', { days })}
      </Notice>
      <Group grow align="flex-start" gap="sm">
        <DayField label={t('goLive.fields.informedOn')} max={today()} {...form.getInputProps('informedOn')} />
        <DayField
          label={t('goLive.fields.worksCouncilOn')}
          max={today()}
          {...form.getInputProps('discussedOn')}
        />
      </Group>
      <TextInput
        label={t('goLive.fields.minutesReference')}
        maxLength={200}
        {...form.getInputProps('minutesReference')}
      />
    </>
  );
};

/** What the chart would look at, and the false alarms that come with so many units. */
const UnitSpellsHint = () => {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const { data } = useQuery(unitSpellsQuery);
  return (
    <>
      {t('change.unitSpellsHint')}
      {data !== undefined &&
        ` ${t('change.unitSpellsAlarms', {
          count: data.units,
          alarms: format.number(data.falseAlarmsAYear, 1),
        })}`}
    </>
  );
};

const RuleFields = ({ form }: Form) => {
  const { t } = useTranslation('signals');
  return (
    <>
      <TagsInput
        label={t('change.contactDays')}
        description={t('change.contactDaysHint')}
        splitChars={[',', ' ']}
        maxTags={12}
        {...form.getInputProps('contactDays')}
      />
      <WindowFields form={form} name="spells" />
      <WindowFields form={form} name="days" />
      <Checkbox
        label={t('change.countsWorkInjury')}
        {...form.getInputProps('countsWorkInjury', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('change.countsSection56')}
        {...form.getInputProps('countsSection56', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('change.paysWage')}
        description={t('change.paysWageHint')}
        {...form.getInputProps('paysWage', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('change.unitSpells')}
        description={<UnitSpellsHint />}
        {...form.getInputProps('unitSpells', { type: 'checkbox' })}
      />
    </>
  );
};

const useChange = (rules: SignalRules, onClose: () => void) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<RuleValues>({ initialValues: valuesOf(rules.settings, today()) });
  const change = useMutation({
    mutationFn: (values: RuleValues) => changeRules(changeOf(values)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rulesQuery.queryKey });
      notifyDone(t('saved'));
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, change };
};

/** A change of the whole rule set from a day on. */
export const ChangeRulesModal = ({ rules, onClose }: { rules: SignalRules; onClose: () => void }) => {
  const { t } = useTranslation('signals');
  const { form, change } = useChange(rules, onClose);
  const { noticeDays } = rules;
  return (
    <FormModal
      opened
      title={t('change.title')}
      submitLabel={t('change.save')}
      busy={change.isPending}
      error={unshown(change.error, Object.keys(form.values))}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
    >
      <RuleFields form={form} />
      {noticeDays !== null && isNews(rules.settings, form.values) && (
        <NoticeFields form={form} days={noticeDays} />
      )}
      <DayField label={t('change.validFrom')} required {...form.getInputProps('validFrom')} />
      <TextInput
        label={t('change.reason')}
        description={t('change.reasonHint')}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormModal>
  );
};
