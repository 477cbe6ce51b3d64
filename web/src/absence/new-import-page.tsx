import { Button, FileInput, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { today } from '../ui/today';
import { ImportSteps } from './import-steps';
import { uploadImport, type NewImport } from './queries';
import type { ImportKind } from './views';

const route = getRouteApi('/house/imports/new');
const FILES = '.csv,.txt,.tsv,.xlsx';

type Values = { kind: ImportKind; dataAsOf: string; file: File | null };

const useUpload = (onFault: (faults: Record<string, string>) => void) => {
  const navigate = route.useNavigate();
  const faults = useFieldFaults();
  const [share, setShare] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: (file: NewImport) => {
      abort.current = new AbortController();
      setShare(0);
      return uploadImport(file, setShare, abort.current.signal);
    },
    onSuccess: ({ id }) => navigate({ to: '/imports/$importId', params: { importId: id } }),
    onError: (error) => onFault(faults(error)),
  });
  const cancelled = upload.error?.name === 'AbortError';
  return { upload, share, cancel: () => abort.current?.abort(), error: cancelled ? null : upload.error };
};

const UploadForm = () => {
  const { t } = useTranslation(['absence', 'app']);
  const form = useForm<Values>({
    initialValues: { kind: 'absences', dataAsOf: today(), file: null },
    validate: { file: (file) => (file === null ? t('absence:imports.chooseFile') : null) },
  });
  const { upload, share, cancel, error } = useUpload(form.setErrors);
  const submit = ({ kind, dataAsOf, file }: Values): void => {
    if (file !== null) upload.mutate({ kind, dataAsOf, file });
  };
  if (upload.isPending)
    return <Progress label={t('absence:imports.uploading')} share={share} onCancel={cancel} />;
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md" maw={480}>
        {unshown(error, Object.keys(form.values)) !== null && <Failure error={error} />}
        <Radio.Group label={t('absence:imports.kindOf')} {...form.getInputProps('kind')}>
          <Stack gap={6} mt={6}>
            <Radio value="absences" label={t('absence:imports.kinds.absences')} />
            <Radio value="roster" label={t('absence:imports.kinds.roster')} />
          </Stack>
        </Radio.Group>
        <FileInput
          label={t('absence:imports.file')}
          description={t('absence:imports.fileHint')}
          placeholder={t('absence:imports.choose')}
          accept={FILES}
          withAsterisk
          {...form.getInputProps('file')}
        />
        <DayField
          label={t('absence:imports.dataAsOf')}
          description={t('absence:imports.dataAsOfHint')}
          required
          max={today()}
          {...form.getInputProps('dataAsOf')}
        />
        <div>
          <Button type="submit">{t('absence:imports.upload')}</Button>
        </div>
      </Stack>
    </form>
  );
};

export const NewImportPage = () => {
  const { t } = useTranslation('absence');
  return (
    <>
      <PageHeader
        title={t('imports.new')}
        path={[
          <TextLink key="list" to="/imports">
            {t('imports.title')}
          </TextLink>,
        ]}
        meta={t('imports.newIntro')}
      />
      <ImportSteps current="file" />
      <Section title={t('imports.steps.file')}>
        <UploadForm />
      </Section>
    </>
  );
};
