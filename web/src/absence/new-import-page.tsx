import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { uploadImport, type NewImport } from './import-queries';
import { ImportSteps } from './import-steps';
import { UploadForm } from './upload-form';

const route = getRouteApi('/house/imports/new');

const useUpload = () => {
  const navigate = route.useNavigate();
  const [share, setShare] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: (file: NewImport) => {
      abort.current = new AbortController();
      setShare(0);
      return uploadImport(file, setShare, abort.current.signal);
    },
    onSuccess: ({ id }) => navigate({ to: '/imports/$importId', params: { importId: id } }),
  });
  const cancelled = upload.error?.name === 'AbortError';
  return { upload, share, cancel: () => abort.current?.abort(), error: cancelled ? null : upload.error };
};

export const NewImportPage = () => {
  const { t } = useTranslation('absence');
  const { upload, share, cancel, error } = useUpload();
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
        {upload.isPending && <Progress label={t('imports.uploading')} share={share} onCancel={cancel} />}
        {/* Kept while the file goes up, so that a refused file leaves the rest as it was chosen. */}
        <div hidden={upload.isPending}>
          <UploadForm error={error} onUpload={upload.mutate} />
        </div>
      </Section>
    </>
  );
};
