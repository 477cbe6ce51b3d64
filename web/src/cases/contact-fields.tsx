import { Checkbox, NumberInput, Select, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { today } from '../ui/today';
import { NoDiagnosisHint } from './no-diagnosis-hint';
import { isOfUnit } from './contact-kinds';
import type { ContactKind, ContactRecord } from './views';

export type ContactValues = {
  kind: ContactKind;
  heldOn: string;
  reached: boolean;
  employeeAgreedOn: string | null;
  hours: number | '';
  agreement: string;
  nextStep: string;
};

export const blankContact = (kind: ContactKind): ContactValues => ({
  kind,
  heldOn: today(),
  reached: true,
  employeeAgreedOn: null,
  hours: '',
  agreement: '',
  nextStep: '',
});

/** As it is sent: the employee's consent only with the employee, hours only where a unit was helped. */
export const recordOf = ({ employeeAgreedOn, hours, ...given }: ContactValues): ContactRecord => ({
  ...given,
  ...(given.kind === 'employee' ? { employeeAgreedOn } : {}),
  ...(isOfUnit(given.kind) && hours !== '' ? { hours } : {}),
});

type Props = { form: UseFormReturnType<ContactValues>; kinds: readonly ContactKind[] };

export const ContactFields = ({ form, kinds }: Props) => {
  const { t } = useTranslation('signals');
  const { kind } = form.values;
  return (
    <>
      <Select
        label={t('contact.kind')}
        data={kinds.map((value) => ({ value, label: t(`contactKinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DayField label={t('contact.heldOn')} required max={today()} {...form.getInputProps('heldOn')} />
      <Checkbox label={t('contact.reached')} {...form.getInputProps('reached', { type: 'checkbox' })} />
      {kind === 'employee' && (
        <DayField
          label={t('contact.employeeAgreedOn')}
          description={t('contact.employeeAgreedHint')}
          required
          max={today()}
          {...form.getInputProps('employeeAgreedOn')}
        />
      )}
      {isOfUnit(kind) && (
        <NumberInput
          label={t('contact.hours')}
          min={0.25}
          max={24}
          step={0.25}
          decimalScale={2}
          {...form.getInputProps('hours')}
        />
      )}
      <NoDiagnosisHint />
      <Textarea
        label={t('contact.agreement')}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('agreement')}
      />
      <Textarea
        label={t('contact.nextStep')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('nextStep')}
      />
    </>
  );
};
