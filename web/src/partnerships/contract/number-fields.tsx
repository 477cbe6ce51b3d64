import { NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const DECIMALS = 6;
const HUNDRED = 100;

const separators = (language: string) =>
  language === 'da' ? { decimalSeparator: ',', thousandSeparator: '.' } : { thousandSeparator: ',' };

type MoneyProps = {
  label: string;
  value: number | null;
  /** Whether it may be left empty, as where nothing is capped. */
  empty?: boolean;
  error?: ReactNode;
  onChange: (oere: number | null) => void;
};

/** Kroner as people write them, whole øre underneath. */
export const MoneyField = ({ label, value, empty = false, error, onChange }: MoneyProps) => {
  const { t, i18n } = useTranslation('contract');
  return (
    <NumberInput
      label={label}
      error={error}
      value={value === null ? '' : value / HUNDRED}
      min={0}
      decimalScale={2}
      hideControls
      suffix={` ${t('draft.kroner')}`}
      {...(empty ? { placeholder: t('payment.noCap') } : {})}
      {...separators(i18n.language)}
      onChange={(kroner) => {
        if (kroner === '') onChange(empty ? null : 0);
        else onChange(Math.round(Number(kroner) * HUNDRED));
      }}
    />
  );
};

type PartProps = {
  label: string;
  value: string | null;
  empty?: boolean;
  onChange: (part: string | null) => void;
};

/** A part as a percentage; kept as a decimal in text, such as `0.5`. */
export const PartField = ({ label, value, empty = false, onChange }: PartProps) => {
  const { i18n } = useTranslation();
  return (
    <NumberInput
      label={label}
      value={value === null ? '' : Number((Number(value) * HUNDRED).toFixed(DECIMALS - 2))}
      min={0}
      max={HUNDRED}
      hideControls
      suffix=" %"
      {...separators(i18n.language)}
      onChange={(percent) => {
        if (percent === '') onChange(empty ? null : '0');
        else onChange(String(Number((Number(percent) / HUNDRED).toFixed(DECIMALS))));
      }}
    />
  );
};

type DecimalProps = {
  label: string;
  value: string;
  error?: ReactNode;
  onChange: (decimal: string) => void;
};

/** A decimal kept digit by digit as text, such as `0.075`; Danes write it with a comma. */
export const DecimalField = ({ label, value, error, onChange }: DecimalProps) => {
  const { t, i18n } = useTranslation('contract');
  return (
    <TextInput
      label={label}
      value={i18n.language === 'da' ? value.replace('.', ',') : value}
      placeholder={t('draft.decimal')}
      inputMode="decimal"
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value.replace(',', '.'))}
    />
  );
};
