import { Button, NumberInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { useFormat } from '../ui/use-format';
import { orderSettlement, settlementsQuery } from './queries';

type Props = {
  partnershipId: string;
  period: { from: string; to: string };
  /** Terms that are paid by pieces. */
  deliveries: string[];
  correctsId: string | null;
};

/** Orders the settlement of a period; what was delivered is said here, everything else is known. */
export const OrderSettlement = ({ partnershipId, period, deliveries, correctsId }: Props) => {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  const [delivered, setDelivered] = useState<Record<string, number>>({});
  const order = useMutation({
    mutationFn: () =>
      orderSettlement(partnershipId, { from: period.from, to: period.to, delivered, correctsId }),
    onSuccess: async ({ id: settlementId }) => {
      await client.invalidateQueries({ queryKey: settlementsQuery(partnershipId).queryKey });
      await navigate({
        to: '/partnerships/$partnershipId/settlements/$settlementId',
        params: { partnershipId, settlementId },
      });
    },
  });
  const name = `${format.day(period.from)}–${format.day(period.to)}`;
  const label =
    correctsId === null ? t('order.settle', { period: name }) : t('order.correct', { period: name });
  return (
    <>
      <Button variant={correctsId === null ? 'filled' : 'default'} onClick={open}>
        {label}
      </Button>
      <FormModal
        opened={opened}
        title={label}
        submitLabel={t('order.submit')}
        busy={order.isPending}
        error={order.error}
        onClose={close}
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate();
        }}
      >
        <p>{t('order.hint')}</p>
        {deliveries.map((term) => (
          <NumberInput
            key={term}
            label={t('order.delivered', { term })}
            min={0}
            allowDecimal={false}
            required
            value={delivered[term] ?? ''}
            onChange={(value) => setDelivered({ ...delivered, [term]: Number(value) })}
          />
        ))}
      </FormModal>
    </>
  );
};
