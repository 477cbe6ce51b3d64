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
  /** What goes up now: a second click on the button sends the file no second time. */
  const abort = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: ({ file, signal }: { file: NewImport; signal: AbortSignal }) =>
      uploadImport(file, setShare, signal),
    onSuccess: ({ id }) => navigate({ to: '/imports/$importId', params: { importId: id } }),
    onError: () => {
      abort.current = null;
    },
  });
  const send = (file: NewImport): void => {
    if (abort.current !== null) return;
    abort.current = new AbortController();
    setShare(0);
    upload.mutate({ file, signal: abort.current.signal });
  };
  const cancelled = upload.error?.name === 'AbortError';
  return {
    upload,
    send,
    share,
    cancel: () => abort.current?.abort(),
    error: cancelled ? null : upload.error,
  };
};

export const NewImportPage = () => {
  const { t } = useTranslation('absence');
  const { upload, send, share, cancel, error } = useUpload();
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
          <UploadForm error={error} onUpload={send} />
        </div>
      </Section>
    </>
  );
};
