import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { Failure } from '../ui/states';
import styles from './outcomes.module.css';
import { bundleFile, settlementQuery, settlementsQuery, takeStep, type Act } from './queries';
import type { SettlementView } from './views';

type Props = { partnershipId: string; settlement: SettlementView };

const useStep = ({ partnershipId, settlement }: Props) => {
  const { t } = useTranslation('outcomes');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => takeStep(partnershipId, settlement.id, act),
    onSuccess: async (view, { step }) => {
      client.setQueryData(settlementQuery(partnershipId, settlement.id).queryKey, view);
      notifyDone(t(`acts.done.${step}`));
      await client.invalidateQueries({ queryKey: settlementsQuery(partnershipId).queryKey });
    },
  });
};

const NoteAct = ({ step, ...props }: Props & { step: 'comment' | 'withdraw' }) => {
  const { t } = useTranslation('outcomes');
  const [opened, { open, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  const take = useStep(props);
  return (
    <>
      <Button variant={step === 'comment' ? 'filled' : 'default'} onClick={open}>
        {t(`acts.${step}`)}
      </Button>
      <FormModal
        opened={opened}
        title={t(`acts.${step}`)}
        submitLabel={t(`acts.${step}`)}
        busy={take.isPending}
        error={take.error}
        danger={step === 'withdraw'}
        onClose={close}
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate({ step, note }, { onSuccess: close });
        }}
      >
        <Textarea
          label={t('acts.note')}
          description={t(`acts.hints.${step}`)}
          autosize
          minRows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </FormModal>
    </>
  );
};

/** The steps that whoever reads may take now. */
export const SettlementActs = (props: Props) => {
  const { t } = useTranslation('outcomes');
  const { partnershipId, settlement } = props;
  const take = useStep(props);
  const { may, statementHash } = settlement;
  const isSigned = settlement.signature !== null;
  return (
    <>
      {take.error !== null && <Failure error={take.error} />}
      <div className={`${styles.acts} no-print`}>
        {may.includes('comment') && <NoteAct {...props} step="comment" />}
        {(['approve', 'sign'] as const).map(
          (step) =>
            may.includes(step) &&
            statementHash !== null && (
              <ConfirmButton
                key={step}
                label={t(`acts.${step}`)}
                title={t(`acts.${step}`)}
                confirmLabel={t(`acts.${step}`)}
                busy={take.isPending}
                onConfirm={() => take.mutate({ step, statementHash })}
              >
                {t(`acts.hints.${step}`)}
              </ConfirmButton>
            ),
        )}
        {may.includes('send') && (
          <Button loading={take.isPending} onClick={() => take.mutate({ step: 'send' })}>
            {t('acts.send')}
          </Button>
        )}
        {isSigned && settlement.abilities.includes('settlement.export') && (
          <Button component="a" variant="default" href={bundleFile(partnershipId, settlement.id)} download>
            {t('acts.bundle')}
          </Button>
        )}
        {may.includes('withdraw') && <NoteAct {...props} step="withdraw" />}
      </div>
    </>
  );
};
