import { Button, FileInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { Failure } from '../ui/states';
import { today } from '../ui/today';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { profilesQuery, type NewImport } from './import-queries';
import type { ImportKind } from './views';

const FILES = '.csv,.txt,.tsv,.xlsx';
/** The code of the usual source, which is read and written in the reader's language. */
const USUAL_SOURCE = 'payroll';

type Values = { kind: ImportKind; profileId: string; source: string; dataAsOf: string; file: File | null };
type Props = { error: unknown; onUpload: (file: NewImport) => void };

const useUploadForm = (error: unknown) => {
  const { t } = useTranslation('absence');
  const faults = useFieldFaults();
  const form = useForm<Values>({
    initialValues: {
      kind: 'absences',
      profileId: '',
      source: t('sources.payroll'),
      dataAsOf: today(),
      file: null,
    },
    validate: { file: (file) => (file === null ? t('imports.chooseFile') : null) },
  });
  const { setErrors } = form;
  useEffect(() => {
    if (error !== null) setErrors(faults(error));
  }, [error, faults, setErrors]);
  return form;
};

const ProfileFields = ({ form }: { form: ReturnType<typeof useUploadForm> }) => {
  const { t } = useTranslation('absence');
  const profiles = useQuery(profilesQuery(form.values.kind));
  const saved = (profiles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {saved.length > 0 && (
        <Select
          label={t('imports.useProfile')}
          data={[{ value: '', label: t('imports.noProfile') }, ...saved]}
          {...form.getInputProps('profileId')}
        />
      )}
      {form.values.profileId === '' && (
        <TextInput
          label={t('imports.source')}
          description={t('imports.sourceHint')}
          maxLength={40}
          {...form.getInputProps('source')}
        />
      )}
    </>
  );
};

export const UploadForm = ({ error, onUpload }: Props) => {
  const { t } = useTranslation('absence');
  const form = useUploadForm(error);
  const submit = ({ profileId, source, file, ...given }: Values): void => {
    if (file === null) return;
    const code = source.trim() === t('sources.payroll') ? USUAL_SOURCE : source;
    onUpload({ ...given, source: code, file, profileId: profileId === '' ? null : profileId });
  };
  const other = unshown(error, Object.keys(form.values));
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md" maw={480}>
        {other !== null && <Failure error={other} />}
        <Radio.Group
          label={t('imports.kindOf')}
          {...form.getInputProps('kind')}
          onChange={(kind) =>
            form.setValues({ kind: kind === 'roster' ? 'roster' : 'absences', profileId: '' })
          }
        >
          <Stack gap={6} mt={6}>
            <Radio value="absences" label={t('imports.kinds.absences')} />
            <Radio value="roster" label={t('imports.kinds.roster')} />
          </Stack>
        </Radio.Group>
        <FileInput
          label={t('imports.file')}
          description={t('imports.fileHint')}
          placeholder={t('imports.choose')}
          accept={FILES}
          withAsterisk
          {...form.getInputProps('file')}
        />
        <DayField
          label={t('imports.dataAsOf')}
          description={t('imports.dataAsOfHint')}
          required
          max={today()}
          {...form.getInputProps('dataAsOf')}
        />
        <ProfileFields form={form} />
        <div>
          <Button type="submit">{t('imports.upload')}</Button>
        </div>
      </Stack>
    </form>
  );
};
