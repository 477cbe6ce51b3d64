import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { today } from '../ui/today';
import { GROUNDS, type BasisGround } from './queries';

export type Grounds = {
  ground: BasisGround;
  reference: string;
  purpose: string;
  deleteOn: string;
  recipient: string;
};

export const NO_GROUNDS: Grounds = {
  ground: 'processor-agreement',
  reference: '',
  purpose: '',
  deleteOn: '',
  recipient: '',
};

/** On what, what for, until when and to which key: asked of a panel and of a link file alike. */
export const GroundsFields = <Values extends Grounds>({ form }: { form: UseFormReturnType<Values> }) => {
  const { t } = useTranslation('evaluation');
  return (
    <>
      <Select
        label={t('fields.ground')}
        description={t('fields.groundHint')}
        withAsterisk
        allowDeselect={false}
        data={GROUNDS.map((ground) => ({ value: ground, label: t(`grounds.${ground}`) }))}
        {...form.getInputProps('ground')}
      />
      <TextInput
        label={t('fields.reference')}
        description={t('fields.referenceHint')}
        withAsterisk
        maxLength={200}
        {...form.getInputProps('reference')}
      />
      <Textarea
        label={t('fields.purpose')}
        description={t('fields.purposeHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('purpose')}
      />
      <DayField
        label={t('fields.deleteOn')}
        description={t('fields.deleteOnHint')}
        required
        min={today()}
        {...form.getInputProps('deleteOn')}
      />
      <Textarea
        label={t('fields.recipient')}
        description={t('fields.recipientHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={4000}
        placeholder="age1…"
        spellCheck={false}
        {...form.getInputProps('recipient')}
      />
    </>
  );
};
