import {
  Button,
  Checkbox,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  type NumberInputProps,
} from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/states';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { makeTrial } from './queries';
import styles from './trial-form.module.css';
import { isSupposed, questionOf, type TrialValues } from './trial-values';
import { LAB_MEASURES, LAB_RULES, type LabUnit, type TrialView } from './views';

type Form = UseFormReturnType<TrialValues>;
type NumberField = {
  [Key in keyof TrialValues]: TrialValues[Key] extends number | '' ? Key : never;
}[keyof TrialValues];

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className={styles.group}>
    <legend>{title}</legend>
    <div className={styles.fields}>{children}</div>
  </fieldset>
);

type AmountProps = { form: Form; name: NumberField; label: string } & Omit<NumberInputProps, 'form' | 'name'>;

const Amount = ({ form, name, label, ...limits }: AmountProps) => {
  const { i18n } = useTranslation();
  const danish = i18n.language === 'da';
  return (
    <NumberInput
      label={label}
      min={0}
      decimalSeparator={danish ? ',' : '.'}
      thousandSeparator={danish ? '.' : ','}
      hideControls
      {...limits}
      {...form.getInputProps(name)}
    />
  );
};

const UnitsOfSide = ({
  form,
  side,
  units,
}: {
  form: Form;
  side: 'treated' | 'compared';
  units: readonly LabUnit[];
}) => {
  const { t } = useTranslation('lab');
  const other = form.values[side === 'treated' ? 'compared' : 'treated'];
  const free = units.filter((unit) => !other.includes(unit.id));
  return (
    <div>
      <MultiSelect
        label={`${t(`form.${side}`)} (${form.values[side].length})`}
        data={free.map((unit) => ({ value: unit.id, label: `${unit.name}, ${unit.employer}` }))}
        searchable
        clearable
        hidePickedOptions
        {...form.getInputProps(side)}
      />
      {free.length > form.values[side].length && (
        <Button
          mt={4}
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            form.setFieldValue(
              side,
              free.map((unit) => unit.id),
            )
          }
        >
          {t('form.everyone')}
        </Button>
      )}
    </div>
  );
};

const Who = ({ form, units }: { form: Form; units: readonly LabUnit[] }) => {
  const { t } = useTranslation('lab');
  const whole = { allowDecimal: false, min: 1 };
  return (
    <Group title={t('form.who')}>
      {units.length > 0 && (
        <SegmentedControl
          aria-label={t('form.basis')}
          data={(['own', 'published'] as const).map((value) => ({ value, label: t(`form.bases.${value}`) }))}
          {...form.getInputProps('basis')}
        />
      )}
      <Select
        label={t('form.choice')}
        allowDeselect={false}
        data={(['chosen', 'lot'] as const).map((value) => ({ value, label: t(`form.choices.${value}`) }))}
        {...form.getInputProps('choice')}
      />
      {form.values.basis === 'own' ? (
        <>
          <div className={styles.units}>
            <UnitsOfSide form={form} side="treated" units={units} />
            <UnitsOfSide form={form} side="compared" units={units} />
          </div>
          <Checkbox
            className={styles.wide}
            label={t('form.supposed')}
            {...form.getInputProps('supposed', { type: 'checkbox' })}
          />
        </>
      ) : (
        <p className={`basis ${styles.wide}`}>{t('form.publishedHint')}</p>
      )}
      {isSupposed(form.values) && (
        <>
          <Amount form={form} name="treatedUnits" label={t('form.treatedUnits')} max={2000} {...whole} />
          <Amount form={form} name="comparedUnits" label={t('form.comparedUnits')} max={2000} {...whole} />
          <Amount
            form={form}
            name="personsPerUnit"
            label={t('form.personsPerUnit')}
            max={100_000}
            {...whole}
          />
        </>
      )}
    </Group>
  );
};

const RuleFields = ({ form }: { form: Form }) => {
  const { t } = useTranslation('lab');
  const { rule } = form.values;
  if (rule === 'count')
    return (
      <>
        <Amount
          form={form}
          name="expected"
          label={t('form.expected')}
          min={1}
          max={2000}
          allowDecimal={false}
        />
        <Amount form={form} name="below" label={t('form.below')} min={1} max={2000} allowDecimal={false} />
        <Amount form={form} name="drift" label={t('form.drift')} max={100} />
      </>
    );
  return (
    <>
      <Amount form={form} name="threshold" label={t('form.threshold')} max={100} />
      {rule === 'lower-bound' && (
        <Amount form={form} name="level" label={t('form.level')} min={0.1} max={50} />
      )}
      {rule === 'shrunk' && <Amount form={form} name="tau" label={t('form.tau')} min={0.1} max={100} />}
    </>
  );
};

const What = ({ form }: { form: Form }) => {
  const { t } = useTranslation('lab');
  const published = form.values.basis === 'published';
  const measures = LAB_MEASURES.filter((measure) => !published || measure === 'spells' || measure === 'days');
  return (
    <Group title={t('form.what')}>
      <Select
        label={t('form.measure')}
        allowDeselect={false}
        data={measures.map((value) => ({ value, label: t(`measures.${value}`) }))}
        {...form.getInputProps('measure')}
      />
      <Select
        label={t('form.rule')}
        allowDeselect={false}
        data={LAB_RULES.map((value) => ({ value, label: t(`form.rules.${value}`) }))}
        {...form.getInputProps('rule')}
      />
      <RuleFields form={form} />
      <Amount form={form} name="target" label={t('form.target')} min={0.1} max={90} />
      <p className={`basis ${styles.wide}`}>{t(`form.ruleHints.${form.values.rule}`)}</p>
    </Group>
  );
};

const Money = ({ form }: { form: Form }) => {
  const { t } = useTranslation('lab');
  const kroner = { max: 1_000_000_000, decimalScale: 2 };
  return (
    <Group title={t('form.money')}>
      <Amount form={form} name="rate" label={t('form.rate')} {...kroner} min={0.01} />
      <Amount form={form} name="costs" label={t('form.costs')} {...kroner} />
      <Amount form={form} name="share" label={t('form.share')} max={100} />
      <Amount form={form} name="attribution" label={t('form.attribution')} min={1} max={100} />
      <Amount form={form} name="cap" label={t('form.cap')} placeholder={t('form.noCap')} {...kroner} />
    </Group>
  );
};

type Props = {
  partnershipId: string;
  units: readonly LabUnit[];
  initial: TrialValues;
  onMade: (trial: TrialView) => void;
};

const FIELDS = ['treated', 'compared', 'threshold', 'level', 'tau', 'target'] as const;

export const TrialForm = ({ partnershipId, units, initial, onMade }: Props) => {
  const { t } = useTranslation('lab');
  const client = useQueryClient();
  const faultsOf = useFieldFaults();
  const form = useForm<TrialValues>({ initialValues: initial });
  const making = useMutation({
    mutationFn: () => makeTrial(partnershipId, questionOf(form.values)),
    onSuccess: async (trial) => {
      await client.invalidateQueries({ queryKey: ['partnership', partnershipId, 'trials'] });
      onMade(trial);
    },
    onError: (error) => form.setErrors(faultsOf(error)),
  });
  return (
    <form className={styles.form} onSubmit={form.onSubmit(() => making.mutate())}>
      <Who form={form} units={units} />
      <What form={form} />
      <Money form={form} />
      {unshown(making.error, FIELDS) !== null && <Failure error={making.error} />}
      <div>
        <Button type="submit" loading={making.isPending}>
          {t('form.try')}
        </Button>
      </div>
    </form>
  );
};
