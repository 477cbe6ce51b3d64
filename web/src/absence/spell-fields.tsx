import { NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SPELL_KINDS, type SpellKind } from './views';
import { DayField } from '../ui/day-field';
import { today } from '../ui/today';

export type SpellValues = {
  kind: SpellKind;
  firstOn: string;
  lastOn: string | null;
  /** Per cent, as people write it. */
  percent: number;
};

const PARTIAL: readonly SpellKind[] = ['partial-sickness', 'section-56-partial'];

/** The fields of a spell. There is none for what is wrong with somebody, and there will be none. */
export const SpellFields = <Values extends SpellValues>({ form }: { form: UseFormReturnType<Values> }) => {
  const { t } = useTranslation(['people', 'absence']);
  return (
    <>
      <Select
        label={t('absence:kind')}
        data={SPELL_KINDS.map((value) => ({ value, label: t(`absence:kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DayField label={t('people:report.firstOn')} required {...form.getInputProps('firstOn')} />
      <DayField
        label={t('people:report.lastOn')}
        description={t('people:report.lastHint')}
        clearable
        max={today()}
        {...form.getInputProps('lastOn')}
      />
      {PARTIAL.includes(form.values.kind) && (
        <NumberInput
          label={t('people:report.percent')}
          description={t('people:report.percentHint')}
          min={1}
          max={99}
          suffix=" %"
          {...form.getInputProps('percent')}
        />
      )}
    </>
  );
};

export const degreeOf = ({ kind, percent }: SpellValues): number =>
  PARTIAL.includes(kind) ? percent / 100 : 1;
