import { Checkbox, MultiSelect } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';

export type ScopeValues = { unitIds: string[]; rules: string[]; showsKind: boolean; to: string | null };
type Choice = { value: string; label: string };

type Props = {
  /** What a form gives the input of a field. */
  field: (name: keyof ScopeValues, options?: { type: 'checkbox' }) => GetInputPropsReturnType;
  units: Choice[] | { group: string; items: Choice[] }[];
  rules: Choice[];
  /** Whether the kind of absence may be shown at all. */
  mayShowKind: boolean;
  latest?: string;
};

/** What a mandate reaches: units, rules, fields and until when. */
export const ScopeFields = ({ field, units, rules, mayShowKind, latest }: Props) => {
  const { t } = useTranslation('mandates');
  return (
    <>
      <MultiSelect
        label={t('units')}
        description={t('unitsHint')}
        withAsterisk
        searchable
        data={units}
        {...field('unitIds')}
      />
      <MultiSelect label={t('rules')} withAsterisk data={rules} {...field('rules')} />
      <Checkbox
        label={t('showsKind')}
        description={t('showsKindHint')}
        disabled={!mayShowKind}
        {...field('showsKind', { type: 'checkbox' })}
      />
      <DayField
        label={t('to')}
        description={t('toHint')}
        clearable
        {...(latest === undefined ? {} : { max: latest })}
        {...field('to')}
      />
    </>
  );
};

export const scopeOf = ({ unitIds, rules, showsKind, to }: ScopeValues) => ({
  unitIds,
  rules,
  fields: showsKind ? ['absence-kind' as const] : [],
  to,
});
