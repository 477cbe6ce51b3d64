import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from './parse-day';

type Props = {
  label: string;
  /** Where what stands around it says it to the eye. */
  labelHeard?: boolean;
  description?: ReactNode;
  required?: boolean;
  clearable?: boolean;
  min?: string;
  max?: string;
  value?: string | null;
  onChange: (day: string | null) => void;
  error?: ReactNode;
};

/** A day typed as people type it, or picked. */
export const DayField = (props: Props) => {
  const { label, labelHeard = false, required = false, clearable = false, min, max, ...rest } = props;
  const { i18n, t } = useTranslation();
  const danish = i18n.language === 'da';
  return (
    <DateInput
      {...rest}
      {...(labelHeard ? { 'aria-label': label } : { label })}
      withAsterisk={required}
      clearable={clearable}
      size="sm"
      valueFormat={danish ? 'DD.MM.YYYY' : 'DD/MM/YYYY'}
      placeholder={danish ? 'dd.mm.åååå' : 'dd/mm/yyyy'}
      dateParser={parseDay}
      clearButtonProps={{ 'aria-label': t('clear') }}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  );
};
