import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Views } from '../../api/client';
import { ConfirmButton } from '../../ui/confirm';
import { Day, Moment } from '../../ui/day';
import { DayField } from '../../ui/day-field';
import { Facts } from '../../ui/facts';
import { Failure } from '../../ui/states';
import { Status } from '../../ui/status';
import { today } from '../../ui/today';
import { useFormat } from '../../ui/use-format';
import { askForEnd, confirmEnd, contractEndQuery, takeBackEnd } from './queries';

type End = Views['ContractEndView'];
type Decision = Views['EndDecisionView'];

const useStep = <T,>(step: (given: T) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSettled: () => client.invalidateQueries({ queryKey: contractEndQuery.queryKey }),
  });
};

const Ask = () => {
  const { t } = useTranslation(['contractEnd', 'app']);
  const format = useFormat();
  const form = useForm<{ endsOn: string | null }>({ initialValues: { endsOn: null } });
  const ask = useStep(askForEnd);
  const { endsOn } = form.values;
  return (
    <Stack gap="sm" maw={420}>
      <Text size="sm">{t('decision.none')}</Text>
      {ask.error !== null && <Failure error={ask.error} />}
      <DayField
        label={t('decision.endsOn')}
        description={t('decision.endsOnHint')}
        min={today()}
        {...form.getInputProps('endsOn')}
      />
      {endsOn !== null && (
        <div>
          <ConfirmButton
            label={t('decision.ask')}
            title={t('decision.askTitle', { day: format.day(endsOn) })}
            confirmLabel={t('decision.ask')}
            danger
            busy={ask.isPending}
            onConfirm={() => ask.mutate(endsOn)}
          >
            {t('decision.askHint')}
          </ConfirmButton>
        </div>
      )}
    </Stack>
  );
};

const State = ({ decision }: { decision: Decision }) => {
  const { t } = useTranslation('contractEnd');
  const { confirmedAt } = decision;
  return (
    <Facts
      items={[
        {
          label: t('decision.state'),
          value: (
            <Status tone={confirmedAt === null ? 'attention' : 'danger'}>
              {t(confirmedAt === null ? 'decision.waits' : 'decision.decided')}
            </Status>
          ),
        },
        { label: t('decision.endsOn'), value: <Day on={decision.endsOn} /> },
        {
          label: t('decision.askedBy'),
          value: (
            <>
              {decision.askedBy ?? '–'}, <Moment at={decision.askedAt} />
            </>
          ),
        },
        {
          label: t('decision.confirmedBy'),
          value:
            confirmedAt === null ? (
              '–'
            ) : (
              <>
                {decision.confirmedBy ?? '–'}, <Moment at={confirmedAt} />
              </>
            ),
        },
      ]}
    />
  );
};

const Decided = ({ decision, mayConfirm }: { decision: Decision; mayConfirm: boolean }) => {
  const { t } = useTranslation('contractEnd');
  const confirm = useStep(confirmEnd);
  const back = useStep(takeBackEnd);
  const failure = confirm.error ?? back.error;
  return (
    <Stack gap="sm">
      {failure !== null && <Failure error={failure} />}
      <State decision={decision} />
      {decision.confirmedAt === null && !mayConfirm && <Text size="sm">{t('decision.another')}</Text>}
      <Group gap="xs">
        {mayConfirm && (
          <ConfirmButton
            label={t('decision.confirm')}
            title={t('decision.confirmTitle')}
            confirmLabel={t('decision.confirm')}
            danger
            busy={confirm.isPending}
            onConfirm={() => confirm.mutate(undefined)}
          >
            {t('decision.confirmHint')}
          </ConfirmButton>
        )}
        <Button variant="default" loading={back.isPending} onClick={() => back.mutate(undefined)}>
          {t('decision.takeBack')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Whether the contract is to end, and who says so. */
export const EndDecision = ({ end: { decision, mayConfirm } }: { end: End }) =>
  decision === null ? <Ask /> : <Decided decision={decision} mayConfirm={mayConfirm} />;
