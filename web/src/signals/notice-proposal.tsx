import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/states';
import styles from './go-live-form.module.css';
import type { GoLiveValues } from './go-live-values';
import { fetchNotice } from './queries';

/** Puts a proposal into the text to the employees, as long as nothing is written there. */
export const NoticeProposal = ({ form }: { form: UseFormReturnType<GoLiveValues> }) => {
  const { t } = useTranslation('signals');
  const proposal = useMutation({
    mutationFn: fetchNotice,
    onSuccess: (text) => form.setFieldValue('informedText', text),
  });
  if (form.values.informedText !== '') return null;
  return (
    <div className={styles.proposal}>
      <Button size="xs" variant="default" loading={proposal.isPending} onClick={() => proposal.mutate()}>
        {t('goLive.proposal')}
      </Button>
      <span className="basis">{t('goLive.proposalHint')}</span>
      {proposal.error !== null && <Failure error={proposal.error} />}
    </div>
  );
};
