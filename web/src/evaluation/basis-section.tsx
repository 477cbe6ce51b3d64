import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { CopyText } from '../ui/copy-text';
import { Day, Moment, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { Status, type Tone } from '../ui/status';
import { DeliveriesTable } from './deliveries-table';
import { confirmBasis, deliver, refreshBases, withdrawBasis, type PanelBasis } from './queries';

const TONES: Record<PanelBasis['state'], Tone> = {
  waiting: 'attention',
  'in-force': 'calm',
  over: 'quiet',
  withdrawn: 'quiet',
};

const useStep = (step: (id: string) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: step, onSettled: () => refreshBases(client) });
};

const Steps = ({ basis }: { basis: PanelBasis }) => {
  const { t } = useTranslation('evaluation');
  const confirm = useStep(confirmBasis);
  const withdraw = useStep(withdrawBasis);
  const order = useStep(deliver);
  const failure = confirm.error ?? withdraw.error ?? order.error;
  const { id, state, kind, mayConfirm } = basis;
  const making = basis.deliveries.some((delivery) => delivery.state === 'building');
  return (
    <>
      {failure !== null && <Failure error={failure} />}
      {state === 'waiting' && !mayConfirm && (
        <Text size="sm" mt="sm">
          {t('another')}
        </Text>
      )}
      <Group gap="xs" mt="sm" className="no-print">
        {mayConfirm && (
          <ConfirmButton
            label={t('confirm')}
            title={t('confirmTitle')}
            confirmLabel={t('confirm')}
            busy={confirm.isPending}
            onConfirm={() => confirm.mutate(id)}
          >
            {t(`confirmHint.${kind}`, { party: basis.partyName })}
          </ConfirmButton>
        )}
        {state === 'in-force' && (
          <Button loading={order.isPending || making} onClick={() => order.mutate(id)}>
            {t(`deliver.${kind}`)}
          </Button>
        )}
        {(state === 'waiting' || state === 'in-force') && (
          <ConfirmButton
            label={t('withdraw')}
            title={t('withdrawTitle')}
            confirmLabel={t('withdraw')}
            danger
            busy={withdraw.isPending}
            onConfirm={() => withdraw.mutate(id)}
          >
            {t('withdrawHint')}
          </ConfirmButton>
        )}
      </Group>
    </>
  );
};

const By = ({ name, at }: { name: string | null; at: string | null }) =>
  at === null ? (
    <>–</>
  ) : (
    <>
      {name ?? '–'}, <Moment at={at} />
    </>
  );

/** One basis: what was agreed, who says so, and what was delivered on it. */
export const BasisSection = ({ basis, mayDecide }: { basis: PanelBasis; mayDecide: boolean }) => {
  const { t } = useTranslation('evaluation');
  return (
    <Section
      title={t(`kinds.${basis.kind}`, { party: basis.partyName })}
      aside={<Status tone={TONES[basis.state]}>{t(`states.${basis.state}`)}</Status>}
    >
      <Facts
        items={[
          { label: t('fields.purpose'), value: basis.purpose },
          { label: t('fields.ground'), value: `${t(`grounds.${basis.ground}`)}: ${basis.reference}` },
          { label: t('fields.period'), value: <Period from={basis.from} to={basis.to} /> },
          {
            label: t('fields.fields'),
            value:
              basis.kind === 'panel'
                ? basis.fields.map((field) => t(`panelFields.${field}`)).join(', ')
                : t('link.fields'),
          },
          { label: t('fields.deleteOn'), value: <Day on={basis.deleteOn} /> },
          { label: t('fields.recipient'), value: <CopyText text={basis.recipient} /> },
          { label: t('recordedBy'), value: <By name={basis.recordedBy} at={basis.recordedAt} /> },
          { label: t('confirmedBy'), value: <By name={basis.confirmedBy} at={basis.confirmedAt} /> },
        ]}
      />
      {mayDecide && <Steps basis={basis} />}
      {basis.deliveries.length > 0 && <DeliveriesTable basis={basis} mayDecide={mayDecide} />}
    </Section>
  );
};
